package io.keyledger.server.proof;

import io.keyledger.server.proof.Verification.Result;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of verifications. */
final class VerificationTable {

    private final JdbcClient jdbc;

    VerificationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Starts one; nothing when one is running already. */
    Optional<Long> start(String by, Tip tip) {
        try {
            return jdbc.sql(
                            """
                            insert into ledger_verification (started_by, size, position)
                            values (?, ?, ?) returning id
                            """)
                    .param(by)
                    .param(tip.size())
                    .param(tip.position())
                    .query(Long.class)
                    .optional();
        } catch (DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    /** Ends those that nobody has been seen at for a while. */
    void abandon(Duration silence) {
        jdbc.sql(
                        """
                        update ledger_verification set finished_at = now(), result = 'abandoned'
                        where finished_at is null and seen_at < now() - make_interval(secs => ?)
                        """)
                .param(silence.toSeconds())
                .update();
    }

    void progress(long id, long checked) {
        jdbc.sql("update ledger_verification set checked = ?, seen_at = now() where id = ?")
                .param(checked)
                .param(id)
                .update();
    }

    void finish(
            long id,
            long checked,
            Result result,
            @Nullable Difference found,
            @Nullable String failure) {
        jdbc.sql(
                        """
                        update ledger_verification set finished_at = now(), result = :result,
                            checked = :checked, difference = :difference,
                            difference_position = :position, difference_event = :event,
                            difference_checkpoint = :checkpoint, explanation = :explanation
                        where id = :id and finished_at is null
                        """)
                .param("id", id)
                .param("checked", checked)
                .param("result", result.name().toLowerCase(Locale.ROOT))
                .param("difference", found == null ? null : found.kind().name())
                .param("position", found == null ? null : found.position())
                .param("event", found == null ? null : found.event())
                .param("checkpoint", found == null ? null : found.checkpoint())
                .param("explanation", found == null ? failure : found.explanation())
                .update();
    }

    Optional<Verification> last() {
        return jdbc.sql("select * from ledger_verification order by id desc limit 1")
                .query((row, _) -> read(row))
                .optional();
    }

    private static Verification read(ResultSet row) throws SQLException {
        String result = row.getString("result");
        String kind = row.getString("difference");
        String explanation = row.getString("explanation");
        var finished = row.getTimestamp("finished_at");
        return new Verification(
                row.getLong("id"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_by"),
                row.getLong("size"),
                row.getLong("position"),
                row.getLong("checked"),
                finished == null ? null : finished.toInstant(),
                result == null ? null : Result.valueOf(result.toUpperCase(Locale.ROOT)),
                kind == null ? null : difference(row, kind, explanation),
                kind == null ? explanation : null);
    }

    private static Difference difference(ResultSet row, String kind, String explanation)
            throws SQLException {
        return new Difference(
                Difference.Kind.valueOf(kind),
                row.getObject("difference_position", Long.class),
                row.getString("difference_event"),
                row.getObject("difference_checkpoint", Long.class),
                explanation);
    }
}
