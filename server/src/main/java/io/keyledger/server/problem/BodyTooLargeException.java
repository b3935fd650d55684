package io.keyledger.server.problem;

import java.io.IOException;
import java.io.Serial;

/** A body turned out to be larger than any call takes. */
public final class BodyTooLargeException extends IOException {

    @Serial private static final long serialVersionUID = 1L;
}
