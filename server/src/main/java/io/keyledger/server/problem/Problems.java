package io.keyledger.server.problem;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.server.correlation.CorrelationId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds problem details. Every one has a stable {@code code} and the request's correlation id. */
public final class Problems {

    private static final int LONGEST_SHOWN = 100;

    private Problems() {}

    public static ProblemDetail of(ProblemCode code) {
        return problem(code.status(), code.name(), code.text());
    }

    /** A problem of one field of the body, or one parameter. */
    public static ProblemDetail of(
            ProblemCode code, @Nullable String detail, @Nullable String field) {
        ProblemDetail problem =
                problem(code.status(), code.name(), detail == null ? code.text() : detail);
        if (field != null) {
            addField(problem, field, problem.getDetail());
        }
        return problem;
    }

    public static ProblemDetail of(CommandRejected rejected) {
        RejectionReason reason = rejected.reason();
        ProblemDetail problem = problem(status(reason.kind()), reason.name(), detail(rejected));
        String field = rejected.field();
        if (field != null) {
            addField(problem, field, reason.text());
        }
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setType(URI.create("urn:keyledger:problem:" + code));
        problem.setProperty("code", code);
        problem.setProperty("correlationId", CorrelationId.current());
        return problem;
    }

    private static void addField(ProblemDetail problem, String field, @Nullable String detail) {
        problem.setProperty(
                "errors", List.of(Map.of("field", field, "detail", detail == null ? "" : detail)));
    }

    private static String detail(CommandRejected rejected) {
        String value = rejected.offendingValue();
        String text = rejected.reason().text();
        return value == null ? text : text + " Given: " + shown(value);
    }

    /** Somebody's input, made fit to be read: short, and without characters that play tricks. */
    static String shown(String value) {
        String plain = value.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "�");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
    }

    private static HttpStatus status(RejectionReason.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }
}
