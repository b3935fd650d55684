package io.keyledger.api.oauthapp;

/** Whether an app can keep a secret (RFC 6749 §2.1). */
public enum ClientType {
    /** Runs on a server: has a secret and authenticates with it. */
    CONFIDENTIAL,
    /** Runs on its user's device: has no secret and needs PKCE (RFC 7636). */
    PUBLIC
}
