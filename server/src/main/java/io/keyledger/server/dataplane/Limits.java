package io.keyledger.server.dataplane;

/** The most that is read of a request. What exceeds a limit is refused before it is looked at. */
final class Limits {

    /** Bytes of the request line; beyond it 414. */
    static final int REQUEST_LINE = 8 * 1024;

    /** Bytes of all header fields together; beyond it 431. */
    static final int HEADERS = 16 * 1024;

    /** Characters of one header field, name and value; beyond it 431. */
    static final int ONE_HEADER = 8 * 1024;

    /** Bytes of a body; beyond it 413. */
    static final int BODY = 64 * 1024;

    /** Bytes of the body of a batch; beyond it 413. */
    static final int BATCH_BODY = 256 * 1024;

    /** Questions of a batch; beyond it 422. */
    static final int BATCH_QUESTIONS = 100;

    /** Scopes named in one question; beyond it 400. */
    static final int SCOPES = 100;

    /** Characters of a scope's name; beyond it 400. */
    static final int SCOPE_NAME = 200;

    /** Requests that one question may count for; beyond it 400. */
    static final int COST = 1_000_000;

    /** Requests of one connection whose answers are outstanding; nothing more is read then. */
    static final int PIPELINED = 64;

    private Limits() {}
}
