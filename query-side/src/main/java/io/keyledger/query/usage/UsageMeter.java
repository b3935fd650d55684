package io.keyledger.query.usage;

import io.keyledger.verdict.Verdict;

/** Is told every verdict on a request, by whoever gave it. */
@FunctionalInterface
public interface UsageMeter {

    /** Where usage is not of interest. */
    UsageMeter NONE = _ -> {};

    /**
     * Counts a verdict, whoever holds its credential; one on a credential that nobody knows is
     * nobody's. Never waits, and never fails.
     */
    void count(Verdict verdict);
}
