package io.keyledger.verdict.ratelimit;

/**
 * Where the tightest of a subject's budgets stands after a request.
 *
 * @param admitted whether every budget had room; when false nothing was spent
 * @param limit tokens that the budget holds when full
 * @param remaining whole tokens left
 * @param retryAfterNanos until the same request would be admitted; 0 when it was
 * @param resetNanos until the budget is full again
 */
public record BudgetState(
        boolean admitted, long limit, long remaining, long retryAfterNanos, long resetNanos) {}
