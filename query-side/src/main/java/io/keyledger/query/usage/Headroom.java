package io.keyledger.query.usage;

import io.keyledger.verdict.ratelimit.BudgetState;
import org.jspecify.annotations.Nullable;

/**
 * How much of the tightest budget was left at its lowest.
 *
 * @param limit tokens that the budget holds when full
 */
public record Headroom(long remaining, long limit) {

    /** Nothing was limited. */
    static final long NONE = Long.MAX_VALUE;

    /** Both in one number, such that the lower one has less left. */
    static long packed(@Nullable BudgetState budget) {
        return budget == null ? NONE : clamped(budget.remaining()) << 32 | clamped(budget.limit());
    }

    static @Nullable Headroom unpacked(long packed) {
        return packed == NONE ? null : new Headroom(packed >>> 32, packed & Integer.MAX_VALUE);
    }

    /** The one with less left; null when neither is there. */
    static @Nullable Headroom lower(@Nullable Headroom one, @Nullable Headroom other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.remaining < one.remaining ? other : one;
    }

    private static long clamped(long tokens) {
        return Math.clamp(tokens, 0, Integer.MAX_VALUE - 1);
    }
}
