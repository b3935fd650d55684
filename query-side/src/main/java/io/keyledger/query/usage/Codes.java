package io.keyledger.query.usage;

import io.keyledger.verdict.VerdictCode;

/** Where the codes of verdicts have their places in memory; in tables they have their names. */
final class Codes {

    static final int COUNT = VerdictCode.values().length;

    private Codes() {}

    @SuppressWarnings("EnumOrdinal") // places last no longer than the process
    static int place(VerdictCode code) {
        return code.ordinal();
    }
}
