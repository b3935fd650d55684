package io.keyledger.server.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a read model, running or ended.
 *
 * @param number counts the rebuilds of all read models
 * @param startedBy who was authenticated
 * @param reason why, in their words; null when not given
 * @param position of the entry that the new tables have taken in last
 * @param goal position of the entry that they have to take in: the last one of the old tables, or
 *     of what they had when it ended
 * @param entries how many the new tables have taken in
 * @param perSecond how many of them in a second; null before the first ones
 * @param obstacle why the last attempt to go on failed; null when it did not
 * @param endedBy who has cancelled it; null for one that has not been cancelled
 * @param comparison of the old and the new tables; null before it was made
 */
public record Rebuild(
        UUID id,
        long number,
        String projection,
        RebuildState state,
        String startedBy,
        @Nullable String reason,
        Instant startedAt,
        long position,
        long goal,
        long entries,
        @Nullable Double perSecond,
        @Nullable String obstacle,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable Comparison comparison) {

    public boolean running() {
        return state == RebuildState.RUNNING;
    }

    /** How much of the ledger the new tables have taken in, from 0 to 100. */
    public int percent() {
        return goal <= position ? 100 : Math.toIntExact(position * 100 / goal);
    }

    /** How long it will take, as fast as it has been; null when that cannot be told. */
    public @Nullable Duration rest() {
        return !running() || perSecond == null || perSecond <= 0
                ? null
                : Duration.ofSeconds(Math.round(Math.max(0, goal - position) / perSecond));
    }

    Rebuild towards(long newGoal) {
        return new Rebuild(
                id,
                number,
                projection,
                state,
                startedBy,
                reason,
                startedAt,
                position,
                newGoal,
                entries,
                perSecond,
                obstacle,
                endedAt,
                endedBy,
                comparison);
    }
}
