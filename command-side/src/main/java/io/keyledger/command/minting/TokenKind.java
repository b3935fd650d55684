package io.keyledger.command.minting;

/** What a secret is good for, as its prefix tells people and secret scanners. */
enum TokenKind {
    ACCESS_TOKEN("at"),
    REFRESH_TOKEN("rt"),
    AUTHORIZATION_CODE("ac"),
    CLIENT_SECRET("cs");

    private final String mark;

    TokenKind(String mark) {
        this.mark = mark;
    }

    /** The prefix of such secrets of a hub, without the underscore that follows it. */
    String prefix(String hubPrefix) {
        return hubPrefix + "_" + mark;
    }
}
