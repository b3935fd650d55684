package io.keyledger.server.controlplane.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.rebuild.Comparison;
import io.keyledger.server.rebuild.Rebuild;
import io.keyledger.server.rebuild.TableComparison;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a read model.
 *
 * @param state {@code running}, {@code switched} (the new tables serve) or {@code cancelled} (the
 *     old ones do)
 * @param position of the entry that the new tables have taken in last
 * @param goal position of the entry that they have to take in
 * @param percent of the ledger that they have taken in
 * @param entries how many those are
 * @param perSecond how many in a second
 * @param restSeconds about how long it will take; absent when that cannot be told
 * @param obstacle why the last attempt to go on failed; another one follows
 * @param endedBy who has cancelled it
 * @param comparison of the old and the new tables; absent before it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildAnswer(
        String id,
        String projection,
        String state,
        String startedBy,
        @Nullable String reason,
        Instant startedAt,
        long position,
        long goal,
        int percent,
        long entries,
        @Nullable Double perSecond,
        @Nullable Long restSeconds,
        @Nullable String obstacle,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable ComparisonAnswer comparison) {

    static RebuildAnswer of(Rebuild rebuild) {
        Duration rest = rebuild.rest();
        Comparison comparison = rebuild.comparison();
        return new RebuildAnswer(
                rebuild.id().toString(),
                rebuild.projection(),
                Word.of(rebuild.state()),
                rebuild.startedBy(),
                rebuild.reason(),
                rebuild.startedAt(),
                rebuild.position(),
                rebuild.goal(),
                rebuild.percent(),
                rebuild.entries(),
                rebuild.perSecond(),
                rest == null ? null : rest.toSeconds(),
                rebuild.obstacle(),
                rebuild.endedAt(),
                rebuild.endedBy(),
                comparison == null ? null : ComparisonAnswer.of(comparison));
    }

    /**
     * What the old and the new tables held.
     *
     * @param equal whether it was the same
     * @param position of the entry that both had taken in last
     */
    public record ComparisonAnswer(boolean equal, long position, List<TableAnswer> tables) {

        static ComparisonAnswer of(Comparison comparison) {
            return new ComparisonAnswer(
                    comparison.equal(),
                    comparison.position(),
                    comparison.tables().stream().map(TableAnswer::of).toList());
        }
    }

    /** One table of them. A checksum is of all that is in the rows, whatever their order. */
    public record TableAnswer(
            String name, boolean equal, ContentAnswer before, ContentAnswer after) {

        static TableAnswer of(TableComparison table) {
            return new TableAnswer(
                    table.table(),
                    table.equal(),
                    new ContentAnswer(table.rowsBefore(), table.checksumBefore()),
                    new ContentAnswer(table.rowsAfter(), table.checksumAfter()));
        }
    }

    /** What was in a table. */
    public record ContentAnswer(long rows, String checksum) {}
}
