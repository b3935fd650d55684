package io.keyledger.server.dataplane;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A call that cannot be answered as it stands. Has no stack trace: it is an answer, not a fault.
 */
final class RequestRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String field;

    RequestRefused(ErrorCode code) {
        this(code, null, code.text());
    }

    /**
     * @param field of the request that is to blame, such as {@code requests[3].path}; never a value
     * @param text what is wrong and what to do; never a value
     */
    RequestRefused(ErrorCode code, @Nullable String field, String text) {
        super(text, null, false, false);
        this.code = code;
        this.field = field;
    }

    ErrorCode code() {
        return code;
    }

    @Nullable String field() {
        return field;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
