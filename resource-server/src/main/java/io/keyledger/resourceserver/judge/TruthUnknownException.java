package io.keyledger.resourceserver.judge;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The truth about a credential is not known at the moment. The answer to this is 503. */
public final class TruthUnknownException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** Without a stack trace: during an outage there is one of these for each request. */
    public TruthUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
