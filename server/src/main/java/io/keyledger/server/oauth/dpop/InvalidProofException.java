package io.keyledger.server.oauth.dpop;

import java.io.Serial;

/** What came as a DPoP proof does not prove anything about this request. */
public final class InvalidProofException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final String message;

    /**
     * Without a stack trace: anybody can send one.
     *
     * @param message what is wrong with it, for whoever made it; repeats nothing of it
     */
    InvalidProofException(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
