package io.keyledger.resourceserver.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.resourceserver.FieldsRefusedException;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class AccessFiltersTest {

    private static final AccessFilters LEADS =
            AccessFilters.of(
                    "leads",
                    "campaign",
                    Map.of(
                            "campaign", "l.campaign_id",
                            "source", "l.source",
                            "score", "l.score",
                            "region", "l.fields->>'region'"));

    private static TestDatabase database;
    private static SingleConnectionDataSource connection;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void connect() throws SQLException {
        database = PostgresForTests.emptyDatabase();
        connection = new SingleConnectionDataSource(database.owner().getConnection(), true);
        jdbc = new JdbcTemplate(connection);
        jdbc.execute(
                """
                create table lead (
                    id int primary key,
                    campaign_id bigint not null,
                    source text,
                    score int,
                    fields jsonb not null default '{}')
                """);
    }

    @AfterAll
    static void disconnect() {
        connection.destroy();
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.update("delete from lead");
    }

    @Test
    void onlyMatchingRowsAreFound() {
        insert(1, 1, "Vendor XYZ", 5, "north");
        insert(2, 1, "Vendor ABC", 5, "north");
        insert(3, 2, "Vendor XYZ", 5, "north");

        assertThat(found(filter(equalTo("source", "Vendor XYZ")))).containsExactly(1);
    }

    @Test
    void conditionsAreAllMet() {
        insert(1, 1, "Vendor XYZ", 5, "north");
        insert(2, 1, "Vendor XYZ", 6, "north");

        assertThat(found(filter(equalTo("source", "Vendor XYZ"), equalTo("score", "6"))))
                .containsExactly(2);
    }

    @Test
    void membersOfJsonDocumentsAreFieldsToo() {
        insert(1, 1, "a", 5, "north");
        insert(2, 1, "a", 5, "south");
        insert(3, 1, "a", 5, null);

        assertThat(found(filter(oneOf("region", "south", "west")))).containsExactly(2);
        assertThat(found(filter(unequalTo("region", "north")))).containsExactly(2, 3);
    }

    @Test
    void rowWithoutTheFieldEqualsNothingAndIsUnequalToEverything() {
        insert(1, 1, null, null, null);
        insert(2, 1, "", null, null);

        assertThat(found(filter(equalTo("source", "")))).isEmpty();
        assertThat(found(filter(unequalTo("source", "")))).containsExactly(1, 2);
        assertThat(found(filter(unequalTo("source", "Vendor XYZ")))).containsExactly(1, 2);
        assertThat(found(filter(oneOf("source", "", "Vendor XYZ")))).isEmpty();
    }

    @Test
    void conditionOnAnUnknownFieldIsMetByNoRow() {
        insert(1, 1, "Vendor XYZ", 5, "north");

        assertThat(found(filter(unequalTo("passwort", "x")))).isEmpty();
        assertThat(found(filter(unequalTo("l.source", "x")))).isEmpty();
        assertThat(found(filter(unequalTo("", "x")))).isEmpty();
        assertThat(LEADS.predicate(filter(unequalTo("passwort", "x"))).test(Map.of("campaign", 1)))
                .isFalse();
    }

    @Test
    void filterOfOtherRowsIsMetByNoRow() {
        insert(1, 1, "Vendor XYZ", 5, "north");

        assertThat(found(new AccessFilter("contacts", "campaign", "1", List.of()))).isEmpty();
        assertThat(found(new AccessFilter("leads", "campaign", "2", List.of()))).isEmpty();
        assertThat(found(new AccessFilter("leads", "campaign", "1", List.of()))).containsExactly(1);
    }

    @Test
    void withoutAFilterEveryRowIsFound() {
        insert(1, 1, "a", 5, null);
        insert(2, 7, null, null, null);

        assertThat(found(null)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "x'; drop table lead; --",
                "\\' or 1=1 --",
                "$$ or true --",
                "x\0y",
                "?",
                "?::jsonb",
                "{ts '2020-01-01'}",
                ":name",
                "${jndi:ldap://x}",
                "%",
                "_",
                "\uD800",
                "null"
            })
    void valueIsNothingButAValue(String value) {
        insert(1, 1, "Vendor XYZ", 5, "north");

        assertThat(found(filter(equalTo("source", value)))).isEmpty();
        assertThat(found(filter(oneOf("source", value, "nobody")))).isEmpty();
        assertThat(found(filter(unequalTo("source", value)))).containsExactly(1);
        assertThat(LEADS.sql(filter(equalTo("source", value))).sql()).doesNotContain("XYZ", "drop");
        assertThat(jdbc.queryForObject("select count(*) from lead", Long.class)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source; drop table lead",
                "source) or (true",
                "l.fields->>'a' or 'b'='b'",
                "\"source\"",
                "1",
                "",
                "a.b.c"
            })
    void columnIsNothingButAColumn(String column) {
        assertThatThrownBy(() ->
                        AccessFilters.of("leads", "campaign", Map.of("campaign", "c", "x", column)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writeThatStaysWithinTheFilterIsAccepted() {
        LEADS.requireWritable(
                filter(equalTo("source", "Vendor XYZ")),
                Map.of("campaign", 1L, "source", "Vendor XYZ"));
        LEADS.requireWritable(null, Map.of());
    }

    @Test
    void writeThatWouldLeaveTheFilterIsRefusedFieldByField() {
        FieldsRefusedException refused =
                catchThrowableOfType(
                        FieldsRefusedException.class,
                        () ->
                                LEADS.requireWritable(
                                        filter(
                                                equalTo("source", "Vendor XYZ"),
                                                oneOf("region", "north", "south"),
                                                unequalTo("score", "0")),
                                        Map.of(
                                                "campaign",
                                                1L,
                                                "source",
                                                "Vendor ABC",
                                                "score",
                                                0)));

        assertThat(refused.errors())
                .containsExactly(
                        Map.entry("source", List.of("must be “Vendor XYZ”")),
                        Map.entry("region", List.of("must be one of “north”, “south”")),
                        Map.entry("score", List.of("must not be “0”")));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 40).mapToObj(it -> 20261122L + it);
    }

    /** The three ways to ask agree on every row, whatever stands in it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void predicateAndSqlAgreeOnEveryRow(long seed) {
        Random random = new Random(seed);
        Map<Integer, Map<String, @Nullable Object>> rows = new HashMap<>();
        for (int id = 1; id <= 30; id++) {
            rows.put(id, insert(id, random));
        }
        for (int i = 0; i < 25; i++) {
            AccessFilter filter = filter(random);
            List<Integer> expected =
                    rows.keySet().stream()
                            .filter(id -> LEADS.predicate(filter).test(rows.get(id)))
                            .sorted()
                            .toList();

            assertThat(found(filter)).as("seed %s, %s", seed, filter).isEqualTo(expected);
            assertThat(writable(filter, rows)).isEqualTo(expected);
        }
    }

    private static List<Integer> writable(
            AccessFilter filter, Map<Integer, Map<String, @Nullable Object>> rows) {
        List<Integer> writable = new ArrayList<>();
        rows.forEach((id, row) -> {
            try {
                LEADS.requireWritable(filter, row);
                writable.add(id);
            } catch (FieldsRefusedException e) {
                assertThat(e.errors()).isNotEmpty();
            }
        });
        return writable.stream().sorted().toList();
    }

    private static Map<String, @Nullable Object> insert(int id, Random random) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("campaign", (long) random.nextInt(1, 3));
        row.put("source", text(random, true));
        row.put("score", random.nextBoolean() ? null : random.nextInt(3));
        row.put("region", text(random, true));
        insert(
                id,
                (Long) row.get("campaign"),
                (String) row.get("source"),
                (Integer) row.get("score"),
                (String) row.get("region"));
        return row;
    }

    private static AccessFilter filter(Random random) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            conditions.add(condition(random));
        }
        return new AccessFilter(
                random.nextInt(20) == 0 ? "others" : "leads",
                "campaign",
                Integer.toString(random.nextInt(1, 3)),
                conditions);
    }

    private static Condition condition(Random random) {
        String field =
                List.of("source", "score", "region", "source", "region", "no-such-field")
                        .get(random.nextInt(random.nextInt(5) == 0 ? 6 : 5));
        Operator operator = List.of(Operator.values()).get(random.nextInt(3));
        List<String> values = new ArrayList<>();
        for (int i = operator == Operator.IN ? random.nextInt(3) : 0; i >= 0; i--) {
            values.add(
                    field.equals("score")
                            ? Integer.toString(random.nextInt(3))
                            : String.valueOf(text(random, false)));
        }
        return new Condition(field, operator, values);
    }

    private static @Nullable String text(Random random, boolean storable) {
        List<String> texts =
                List.of("", "a", "A", "a ", "é", "e\u0301", "x'y", "?", "\\", "𝄞", "null", "%");
        int chosen = random.nextInt(texts.size() + 2);
        if (chosen < texts.size()) {
            return texts.get(chosen);
        }
        if (storable) {
            return null;
        }
        return chosen == texts.size() ? "a\0" : "\uDC00";
    }

    private static void insert(
            int id,
            long campaign,
            @Nullable String source,
            @Nullable Integer score,
            @Nullable String region) {
        jdbc.update(
                """
                insert into lead (id, campaign_id, source, score, fields)
                values (?, ?, ?, ?, jsonb_build_object('region', cast(? as text)))
                """,
                id,
                campaign,
                source,
                score,
                region);
    }

    private static List<Integer> found(@Nullable AccessFilter filter) {
        SqlCondition condition = LEADS.sql(filter);
        return jdbc.query(
                "select id from lead l where " + condition.sql() + " order by id",
                (row, _) -> row.getInt(1),
                condition.parameters().toArray());
    }

    private static AccessFilter filter(Condition... conditions) {
        return new AccessFilter("leads", "campaign", "1", List.of(conditions));
    }

    private static Condition equalTo(String field, String value) {
        return new Condition(field, Operator.EQUALS, List.of(value));
    }

    private static Condition unequalTo(String field, String value) {
        return new Condition(field, Operator.NOT_EQUALS, List.of(value));
    }

    private static Condition oneOf(String field, String... values) {
        return new Condition(field, Operator.IN, List.of(values));
    }
}
