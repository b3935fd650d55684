package io.keyledger.server.idempotency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code idempotent_call}. */
final class IdempotencyTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a call on for the given time: one that nobody has taken on, or whose taker has died.
     *
     * @return the plan to carry out, which is the first taker's; nothing when the call is not free
     */
    Optional<byte[]> claim(IdempotentCall call, byte[] sealedPlan, Duration time) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        insert into idempotent_call as known
                            (caller, key_digest, fingerprint, claimed_until, sealed_plan)
                        values (:caller, :key, :fingerprint, :until, :plan)
                        on conflict (caller, key_digest) do update set claimed_until = :until
                        where known.sealed_answer is null and known.claimed_until <= :now
                            and known.fingerprint = :fingerprint
                        returning sealed_plan
                        """)
                .param("caller", call.caller())
                .param("key", call.keyDigest())
                .param("fingerprint", call.fingerprint())
                .param("until", Timestamp.from(now.plus(time)))
                .param("now", Timestamp.from(now))
                .param("plan", sealedPlan)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** What is known of a call that is not free. */
    Optional<Known> find(IdempotentCall call) {
        return jdbc.sql(
                        """
                        select fingerprint, sealed_answer from idempotent_call
                        where caller = ? and key_digest = ?
                        """)
                .params(call.caller(), call.keyDigest())
                .query((row, number) -> new Known(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    void complete(IdempotentCall call, byte[] sealedAnswer) {
        jdbc.sql(
                        """
                        update idempotent_call set sealed_answer = ?
                        where caller = ? and key_digest = ?
                        """)
                .params(sealedAnswer, call.caller(), call.keyDigest())
                .update();
    }

    /** Gives a call back that was not carried out, so that it can be sent again at once. */
    void release(IdempotentCall call) {
        jdbc.sql(
                        """
                        update idempotent_call set claimed_until = ?
                        where caller = ? and key_digest = ? and sealed_answer is null
                        """)
                .params(Timestamp.from(clock.instant()), call.caller(), call.keyDigest())
                .update();
    }

    int forgetOlderThan(Duration age) {
        return jdbc.sql("delete from idempotent_call where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    /**
     * What is known of a call.
     *
     * @param sealedAnswer null while it is being worked on
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by content
    record Known(byte[] fingerprint, byte @Nullable [] sealedAnswer) {}
}
