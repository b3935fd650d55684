package io.keyledger.server.problem;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that is refused before a command is made of it. */
public final class ProblemException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final @Nullable String detail;
    private final @Nullable String field;
    private final @Nullable Duration patience;

    private ProblemException(
            ProblemCode code,
            @Nullable String detail,
            @Nullable String field,
            @Nullable Duration patience) {
        super(code.name(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.field = field;
        this.patience = patience;
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, null, null, null);
    }

    /** With a detail that says more than the code's own text. */
    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, null, null);
    }

    /** About one field of the body, or one parameter. */
    public static ProblemException of(ProblemCode code, String field, String detail) {
        return new ProblemException(code, detail, field, null);
    }

    /**
     * There were too many of the kind.
     *
     * @param patience until there may be more
     */
    public static ProblemException tooMany(Duration patience) {
        return new ProblemException(
                ProblemCode.TOO_MANY,
                "There were too many. Please try again in %d minutes."
                        .formatted(patience.toMinutes() + 1),
                null,
                patience);
    }

    public ProblemCode code() {
        return code;
    }

    public @Nullable String detail() {
        return detail;
    }

    /** How long to wait; null when that would not help. */
    public @Nullable Duration patience() {
        return patience;
    }

    public @Nullable String field() {
        return field;
    }
}
