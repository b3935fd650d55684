package io.keyledger.server.reveal;

import java.io.Serial;

/** This node has not the reveal key that it needs, to seal a secret or to open one. */
public final class RevealKeyMissingException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    RevealKeyMissingException(String message) {
        super(message);
    }
}
