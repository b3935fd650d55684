package io.keyledger.resourceserver.rows;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.resourceserver.FieldsRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes access filters hold for the rows of one collection. The application says which fields there
 * are and in which columns they stand; a condition on any other field is met by no row. No filter
 * at all (null) is met by every row.
 *
 * <p>Texts are compared, as they are written. A column that is no text is compared by its text form
 * in PostgreSQL. A row that lacks a field, or has it empty, equals nothing, and so meets every “not
 * equals”. The predicate, the SQL and the check of a write agree on every row.
 */
public final class AccessFilters {

    /** What no application calls a field: a condition on it is met by no row. */
    private static final String NO_FIELD = "";

    private static final String TRUE = "(true)";
    private static final String FALSE = "(false)";

    private final String collection;
    private final String containerField;
    private final Map<String, String> columns;

    private AccessFilters(String collection, String containerField, Map<String, String> columns) {
        this.collection = collection;
        this.containerField = containerField;
        this.columns = columns;
    }

    /**
     * Filters of a collection.
     *
     * @param collection the rows, as the hub's profile calls them: {@code leads}
     * @param containerField the field of a row that names its container
     * @param columns the column of each field, the container's among them: {@code source} or {@code
     *     l.source}, or {@code l.fields->>'source'} for a member of a JSON document
     * @throws IllegalArgumentException when a column is neither
     */
    public static AccessFilters of(
            String collection, String containerField, Map<String, String> columns) {
        Map<String, String> expressions = new LinkedHashMap<>();
        columns.forEach((field, column) -> expressions.put(field, Column.expression(column)));
        expressions.remove(NO_FIELD);
        if (!expressions.containsKey(containerField)) {
            throw new IllegalArgumentException("no column for " + containerField);
        }
        return new AccessFilters(collection, containerField, expressions);
    }

    /** The condition that a row of the application's table meets when it meets the filter. */
    public SqlCondition sql(@Nullable AccessFilter filter) {
        if (filter == null) {
            return new SqlCondition(TRUE, List.of());
        }
        StringBuilder sql = new StringBuilder("(");
        List<Object> parameters = new ArrayList<>();
        for (Wanted wanted : wanted(filter)) {
            String column = columns.get(wanted.field());
            if (column == null) {
                return new SqlCondition(FALSE, List.of());
            }
            sql.append(parameters.isEmpty() && sql.length() == 1 ? "" : " and ")
                    .append(sql(wanted, column));
            parameters.addAll(wanted.values());
        }
        return new SqlCondition(sql.append(')').toString(), parameters);
    }

    /** Never null for SQL, whatever the column holds. */
    private static String sql(Wanted wanted, String column) {
        if (wanted.values().isEmpty()) {
            return wanted.isOneOf() ? "false" : "true";
        }
        if (!wanted.isOneOf()) {
            return column + " is distinct from ?";
        }
        String marks = "?" + ", ?".repeat(wanted.values().size() - 1);
        return "(%1$s is not null and %1$s in (%2$s))".formatted(column, marks);
    }

    /** Whether a row, as field → value, meets the filter. */
    public Predicate<Map<String, ? extends @Nullable Object>> predicate(
            @Nullable AccessFilter filter) {
        if (filter == null) {
            return _ -> true;
        }
        List<Wanted> wanted = wanted(filter);
        return row -> wanted.stream().allMatch(it -> admits(it, row));
    }

    /**
     * Checks a row as it would be after a write.
     *
     * @throws FieldsRefusedException when it would not meet the filter, with what each field that
     *     is to blame must be
     */
    public void requireWritable(
            @Nullable AccessFilter filter, Map<String, ? extends @Nullable Object> row) {
        if (filter == null || predicate(filter).test(row)) {
            return;
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (Condition condition : conditions(filter)) {
            Wanted wanted = Wanted.of(condition);
            if (!admits(wanted, row)) {
                errors.computeIfAbsent(condition.field(), _ -> new ArrayList<>())
                        .add(wanted.demand(condition));
            }
        }
        throw new FieldsRefusedException(errors);
    }

    private boolean admits(Wanted wanted, Map<String, ? extends @Nullable Object> row) {
        return columns.containsKey(wanted.field()) && wanted.admits(row.get(wanted.field()));
    }

    private List<Wanted> wanted(AccessFilter filter) {
        return conditions(filter).stream().map(Wanted::of).toList();
    }

    /** The filter's own, behind that of its container. A filter of other rows admits none. */
    private List<Condition> conditions(AccessFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                new Condition(containerField, Operator.EQUALS, List.of(filter.containerId())));
        conditions.addAll(filter.conditions());
        if (!filter.collection().equals(collection)) {
            conditions.add(new Condition(NO_FIELD, Operator.EQUALS, List.of(collection)));
        }
        return conditions;
    }
}
