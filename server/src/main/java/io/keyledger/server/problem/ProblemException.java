package io.keyledger.server.problem;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that is refused before a command is made of it. */
public final class ProblemException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final @Nullable String detail;
    private final @Nullable String field;

    private ProblemException(ProblemCode code, @Nullable String detail, @Nullable String field) {
        super(code.name(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.field = field;
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, null, null);
    }

    /** With a detail that says more than the code's own text. */
    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, null);
    }

    /** About one field of the body, or one parameter. */
    public static ProblemException of(ProblemCode code, String field, String detail) {
        return new ProblemException(code, detail, field);
    }

    public ProblemCode code() {
        return code;
    }

    public @Nullable String detail() {
        return detail;
    }

    public @Nullable String field() {
        return field;
    }
}
