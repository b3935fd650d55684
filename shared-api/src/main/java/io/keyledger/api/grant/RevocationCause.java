package io.keyledger.api.grant;

/** Why a grant has ended before its time. */
public enum RevocationCause {
    /** The actor of the event asked for it: the person, an admin, or the app itself. */
    REQUESTED,
    /** Its authorization code was presented again (RFC 6749 §4.1.2). */
    CODE_REUSED,
    /** A refresh token that had been used was presented again (RFC 9700 §4.14.2). */
    REFRESH_TOKEN_REUSED
}
