package io.keyledger.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.idempotency.IdempotencyConflict.Kind;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Checklist CC-03: one effect and one answer, however often a call is sent. */
class IdempotencyTest {

    private static final String SECRET = "hbn_plaintext";
    private static final AtomicInteger KEYS = new AtomicInteger();

    private static TestDatabase database;

    private final Clock clock = Clock.systemUTC();
    private final Idempotency idempotency = at(clock);
    private final IdempotentCall call = call("klg_caller", "POST /keys {}");
    private final AtomicInteger carriedOut = new AtomicInteger();

    @BeforeAll
    static void create() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Idempotency at(Clock clock) {
        return new Idempotency(table(clock), JsonMapper.shared());
    }

    private static IdempotencyTable table(Clock clock) {
        return new IdempotencyTable(JdbcClient.create(database.runtime()), clock);
    }

    private static Clock in(Duration time) {
        return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    }

    private static IdempotentCall call(String credential, String request) {
        return new IdempotentCall(
                "key_1", credential, new IdempotencyKey("call-" + KEYS.incrementAndGet()), request);
    }

    private static IdempotentCall with(IdempotentCall call, String credential, String request) {
        return new IdempotentCall(call.caller(), credential, call.key(), request);
    }

    /** Mints a plan of its own, as an endpoint does each time it is called. */
    private Answer<String> send(Idempotency node, IdempotentCall sent, String plan) {
        return node.once(
                sent,
                String.class,
                plan,
                planned -> {
                    carriedOut.incrementAndGet();
                    return new Answer<>(201, Map.of("ETag", "\"0\""), planned);
                });
    }

    private static void assertConflict(Kind kind, Runnable sent) {
        assertThatExceptionOfType(IdempotencyConflict.class)
                .isThrownBy(sent::run)
                .returns(kind, IdempotencyConflict::kind);
    }

    @Test
    void aCallSentAgainIsDoneOnceAndAnsweredTheSame() {
        Answer<String> first = send(idempotency, call, "first plan");

        assertThat(send(idempotency, call, "second plan")).isEqualTo(first);
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void whileTheFirstIsWorkedOnTheSecondIsTold() {
        idempotency.once(
                call,
                String.class,
                "plan",
                plan -> {
                    assertConflict(Kind.IN_PROGRESS, () -> send(idempotency, call, "second"));
                    return new Answer<>(201, Map.of(), plan);
                });

        assertThat(carriedOut).hasValue(0);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefusedBeforeAndAfterTheAnswer() {
        IdempotentCall other = with(call, "klg_caller", "POST /keys {\"name\":\"other\"}");
        idempotency.once(
                call,
                String.class,
                "plan",
                plan -> {
                    assertConflict(Kind.DIFFERENT_REQUEST, () -> send(idempotency, other, "x"));
                    return new Answer<>(201, Map.of(), plan);
                });

        assertConflict(Kind.DIFFERENT_REQUEST, () -> send(idempotency, other, "x"));
    }

    @Test
    void keysOfDifferentCallersNeverMeet() {
        IdempotentCall theirs =
                new IdempotentCall("key_2", "klg_other", call.key(), "POST /workspaces {}");
        send(idempotency, call, "mine");

        assertThat(send(idempotency, theirs, "theirs").body()).isEqualTo("theirs");
    }

    @Test
    void aCallThatFailedCanBeSentAgainAtOnce() {
        assertThatThrownBy(() ->
                        idempotency.once(
                                call,
                                String.class,
                                "first plan",
                                _ -> {
                                    throw new IllegalStateException("the database is away");
                                }))
                .hasMessage("the database is away");

        assertThat(send(idempotency, call, "second plan").body()).isEqualTo("first plan");
    }

    /** Its command may have been committed: another plan would make a second key. */
    @Test
    void whatADeadNodeLeftIsCarriedOutAsItHadPlanned() {
        byte[] planned = call.seal().close(JsonMapper.shared().writeValueAsBytes("its plan"));
        table(clock).claim(call, planned, Idempotency.CLAIM);

        assertConflict(Kind.IN_PROGRESS, () -> send(idempotency, call, "another plan"));
        Idempotency later = at(in(Idempotency.CLAIM.plusSeconds(1)));
        assertThat(send(later, call, "another plan").body()).isEqualTo("its plan");
    }

    @Test
    void onlyTheSecretThatAskedOpensTheAnswer() {
        send(idempotency, call, "plan");

        assertConflict(
                Kind.SEALED_FOR_ANOTHER_SECRET,
                () -> send(idempotency, with(call, "klg_rotated", "POST /keys {}"), "plan"));
    }

    @Test
    void whatIsKeptSaysNothing() {
        send(idempotency, call, SECRET);

        List<String> rows =
                JdbcClient.create(database.runtime())
                        .sql("select sealed_plan || sealed_answer from idempotent_call")
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(SECRET));
    }

    @Test
    void anAnswerIsForgottenAfterADayAndNotBefore() {
        send(idempotency, call, "plan");

        table(in(Idempotency.RETENTION.minusMinutes(1))).forgetOlderThan(Idempotency.RETENTION);
        send(idempotency, call, "plan");
        assertThat(carriedOut).hasValue(1);

        table(in(Idempotency.RETENTION.plusMinutes(1))).forgetOlderThan(Idempotency.RETENTION);
        send(idempotency, call, "plan");
        assertThat(carriedOut).hasValue(2);
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            Callable<String> task =
                    () -> {
                        try {
                            return send(idempotency, call, "plan").body();
                        } catch (IdempotencyConflict conflict) {
                            return conflict.kind().name();
                        }
                    };
            for (Future<String> told : threads.invokeAll(Collections.nCopies(64, task))) {
                assertThat(told.get()).isIn("plan", Kind.IN_PROGRESS.name());
            }
        }

        assertThat(carriedOut).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "-",
            value = {
                "\"8e03978e-40d5\" | 8e03978e-40d5",
                "8e03978e-40d5     | 8e03978e-40d5",
                "\"\"              | -",
                "\"a               | -",
                "a b               | -",
                "\"a\"b\"          | -",
                "Schlüssel         | -",
            })
    void aKeyIsVisibleAsciiInQuotesOrBare(String header, @Nullable String value) {
        assertThat(IdempotencyKey.parse(header).map(IdempotencyKey::value).orElse(null))
                .isEqualTo(value);
    }

    @Test
    void anOverlongKeyIsNone() {
        assertThat(IdempotencyKey.parse("k".repeat(255))).isPresent();
        assertThat(IdempotencyKey.parse("k".repeat(256))).isEmpty();
    }
}
