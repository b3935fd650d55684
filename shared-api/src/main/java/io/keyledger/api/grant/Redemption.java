package io.keyledger.api.grant;

/** How the exchange of a code or refresh token has ended, when it was not refused. */
public sealed interface Redemption {

    /**
     * The successors that stand: those of this command, or, for a client that asks again because
     * its answer was lost, those of the exchange that its answer was about.
     *
     * @param generation of the successors, from 1
     */
    record Succeeded(int generation, Succession succession) implements Redemption {}

    /** It had been used before: the grant has ended, and every token of it. */
    record Reused() implements Redemption {}
}
