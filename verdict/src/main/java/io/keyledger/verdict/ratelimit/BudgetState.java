package io.keyledger.verdict.ratelimit;

/**
 * Where the tightest of a subject's budgets stands after a request.
 *
 * @param admitted whether every budget had room; when false nothing was spent
 * @param limit tokens that the budget holds when full
 * @param remaining whole tokens left
 * @param retryAfterNanos until the same request would be admitted; 0 when it was, {@link #NEVER}
 *     when it costs more than a budget ever holds
 * @param resetNanos until the budget is full again
 */
public record BudgetState(
        boolean admitted, long limit, long remaining, long retryAfterNanos, long resetNanos) {

    /** No waiting helps. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Whether the same request costs more than a budget holds even when it is full. */
    public boolean isOutOfReach() {
        return retryAfterNanos == NEVER;
    }

    /** {@code Retry-After} in whole seconds (RFC 9110 §10.2.3): at least 1, and never too early. */
    public long retryAfterSeconds() {
        return Math.max(1, Math.ceilDiv(retryAfterNanos, NANOS_PER_SECOND));
    }

    /** Whole seconds until the budget is full again; 0 when it is. */
    public long resetSeconds() {
        return Math.ceilDiv(resetNanos, NANOS_PER_SECOND);
    }
}
