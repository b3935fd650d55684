package io.keyledger.server.problem;

import java.io.Serial;

/**
 * An answer that could not be written to its end. Nobody answers in its place: the connection is
 * cut, so that a part is not taken for the whole.
 */
public final class BrokenOff extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public BrokenOff(Exception cause) {
        super(cause);
    }
}
