package io.keyledger.samples.rows;

import io.keyledger.resourceserver.rows.SqlCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of collections, each workspace's apart. Names of tables and columns come from the code
 * of this application; whatever a client has written is bound.
 */
@Component
public class Rows {

    /** Stands for null in what is to be stored. */
    public static final Object NOTHING = new Object();

    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 8;
    private static final SqlCondition ANY = new SqlCondition("(true)", List.of());

    private final JdbcClient jdbc;
    private final Clock clock;

    Rows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many rows meet a condition. */
    public long count(Collection collection, String workspace, SqlCondition where) {
        return jdbc.sql("select count(*) from " + from(collection) + where.sql())
                .params(parameters(workspace, where.parameters()))
                .query(Long.class)
                .single();
    }

    /** The rows that meet a condition, oldest first. */
    public List<Map<String, @Nullable Object>> list(
            Collection collection, String workspace, SqlCondition where, int limit, long offset) {
        List<Object> parameters = parameters(workspace, where.parameters());
        parameters.add(limit);
        parameters.add(offset);
        return jdbc.sql(
                        "select * from "
                                + from(collection)
                                + where.sql()
                                + " order by created_at, id limit ? offset ?")
                .params(parameters)
                .query((row, _) -> tell(collection, row))
                .list();
    }

    public Map<String, @Nullable Object> find(Collection collection, String workspace, String id) {
        return find(collection, workspace, id, ANY, "");
    }

    /** A row that meets a condition; another is as good as absent. */
    public Map<String, @Nullable Object> find(
            Collection collection, String workspace, String id, SqlCondition where) {
        return find(collection, workspace, id, where, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Map<String, @Nullable Object> hold(
            Collection collection, String workspace, String id, SqlCondition where) {
        return find(collection, workspace, id, where, " for update");
    }

    private Map<String, @Nullable Object> find(
            Collection collection, String workspace, String id, SqlCondition where, String lock) {
        List<Object> parameters = parameters(workspace, where.parameters());
        parameters.add(printable(id));
        return jdbc.sql("select * from " + from(collection) + where.sql() + " and id = ?" + lock)
                .params(parameters)
                .query((row, _) -> tell(collection, row))
                .optional()
                .orElseThrow(() -> collection.absent(id));
    }

    /** Stores a new row and returns it. */
    public Map<String, @Nullable Object> insert(
            Collection collection, String workspace, Map<String, Object> values) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return insert(collection, workspace, newId(collection), now, values);
    }

    /** Stores a row with an id and a time of its own. */
    public Map<String, @Nullable Object> insert(
            Collection collection,
            String workspace,
            String id,
            Instant at,
            Map<String, Object> values) {
        Map<String, Object> set = stored(values);
        String columns = set.keySet().stream().map(it -> ", " + it).collect(Collectors.joining());
        String marks =
                set.keySet().stream()
                        .map(it -> ", " + mark(collection, it))
                        .collect(Collectors.joining());
        List<Object> parameters =
                new ArrayList<>(List.of(workspace, id, Timestamp.from(at), Timestamp.from(at)));
        parameters.addAll(set.values());
        return jdbc.sql(
                        "insert into %s (workspace, id, created_at, updated_at%s) values (?, ?, ?, ?%s) returning *"
                                .formatted(collection.table(), columns, marks))
                .params(parameters)
                .query((row, _) -> tell(collection, row))
                .single();
    }

    /** Changes a row and returns it. */
    public Map<String, @Nullable Object> update(
            Collection collection, String workspace, String id, Map<String, Object> values) {
        StringBuilder sql =
                new StringBuilder("update " + collection.table() + " set updated_at = ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        values.forEach((column, value) -> {
            boolean nothing = value.equals(NOTHING);
            sql.append(", ")
                    .append(column)
                    .append(" = ")
                    .append(nothing ? "null" : mark(collection, column));
            if (!nothing) {
                parameters.add(value);
            }
        });
        parameters.add(workspace);
        parameters.add(printable(id));
        return jdbc.sql(sql + " where workspace = ? and id = ? returning *")
                .params(parameters)
                .query((row, _) -> tell(collection, row))
                .optional()
                .orElseThrow(() -> collection.absent(id));
    }

    public void delete(Collection collection, String workspace, String id) {
        int rows =
                jdbc.sql(
                                "delete from %s where workspace = ? and id = ?"
                                        .formatted(collection.table()))
                        .params(workspace, printable(id))
                        .update();
        if (rows == 0) {
            throw collection.absent(id);
        }
    }

    private static Map<String, Object> stored(Map<String, Object> values) {
        Map<String, Object> set = new LinkedHashMap<>(values);
        set.values().removeIf(NOTHING::equals);
        return set;
    }

    private static String from(Collection collection) {
        return collection.table() + " where workspace = ? and ";
    }

    private static String mark(Collection collection, String column) {
        return collection.fields().stream()
                .filter(it -> it.name().equals(column))
                .map(it -> it.type().parameter())
                .findFirst()
                .orElse("?");
    }

    private static List<Object> parameters(String workspace, List<Object> more) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(workspace);
        parameters.addAll(more);
        return parameters;
    }

    /** PostgreSQL stores no NUL, so no row has an id with one. */
    private static String printable(String id) {
        return id.indexOf('\0') < 0 ? id : "";
    }

    private static String newId(Collection collection) {
        StringBuilder id = new StringBuilder(collection.idPrefix());
        ThreadLocalRandom.current()
                .ints(ID_LENGTH, 0, ID_LETTERS.length())
                .forEach(letter -> id.append(ID_LETTERS.charAt(letter)));
        return id.toString();
    }

    private static Map<String, @Nullable Object> tell(Collection collection, ResultSet row)
            throws SQLException {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", row.getString("id"));
        for (Field field : collection.fields()) {
            Object stored = row.getObject(field.name());
            told.put(field.name(), stored == null ? null : field.type().tell(stored));
        }
        told.put("created_at", row.getTimestamp("created_at").toInstant().toString());
        told.put("updated_at", row.getTimestamp("updated_at").toInstant().toString());
        return told;
    }
}
