package io.keyledger.verdict.profile;

import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Refusal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers of one hub to every {@link Refusal}, rendered as far as they can be beforehand. */
public final class RefusalAnswers {

    private static final String PROBLEM = "application/problem+json";

    /** What no verdict says, but the API whose request it is. */
    private static final Set<Refusal> APIS_OWN =
            Set.of(
                    Refusal.MALFORMED,
                    Refusal.RESOURCE_NOT_FOUND,
                    Refusal.VALIDATION,
                    Refusal.INTERNAL);

    private static final RefusalAnswers STANDARD =
            new RefusalAnswers(
                    new ErrorDialect(PROBLEM, Map.of(), Map.of()),
                    "keyledger",
                    "Keyledger",
                    "credential");

    private final Map<Refusal, RefusalAnswer> answers = new EnumMap<>(Refusal.class);
    private final ErrorDialect dialect;

    private RefusalAnswers(ErrorDialect dialect, String realm, String title, String called) {
        this.dialect = dialect;
        for (Refusal refusal : Refusal.values()) {
            answers.put(refusal, answer(refusal, realm, title, called));
        }
    }

    /** For requests that belong to no hub that is known: problem details (RFC 9457). */
    public static RefusalAnswers standard() {
        return STANDARD;
    }

    static RefusalAnswers of(HubProfile profile) {
        return new RefusalAnswers(
                profile.errors(), profile.hub().value(), profile.title(), profile.keys().called());
    }

    public RefusalAnswer of(Refusal refusal) {
        return Objects.requireNonNull(answers.get(refusal));
    }

    private RefusalAnswer answer(Refusal refusal, String realm, String title, String called) {
        Form form = form(refusal);
        Integer ownStatus = form == null ? null : form.status();
        int status = ownStatus == null ? refusal.status() : ownStatus;
        String code = code(refusal);
        String ownText = form == null ? null : form.text();
        Map<String, String> words =
                Map.of(
                        "code",
                        code,
                        "text",
                        ownText == null ? Wording.of(refusal).text() : ownText,
                        "status",
                        Integer.toString(status));
        Map<String, Object> ownBody = form == null ? null : form.body();
        return new RefusalAnswer(
                status,
                code,
                dialect.mediaType(),
                BodyCompiler.compile(
                        ownBody == null ? body(status) : ownBody,
                        words,
                        title,
                        called,
                        APIS_OWN.contains(refusal)),
                Challenge.of(refusal, status, realm));
    }

    /** A hub that has no words of its own for expired shows that it does not tell it apart. */
    private @Nullable Form form(Refusal refusal) {
        Form form = dialect.forms().get(refusal);
        return form == null && refusal == Refusal.EXPIRED
                ? dialect.forms().get(Refusal.INVALID)
                : form;
    }

    /** The form's own code, or that of the refusal most like it, or the engine's. */
    private String code(Refusal refusal) {
        Form form = form(refusal);
        if (form != null && form.code() != null) {
            return form.code();
        }
        return switch (refusal) {
            case SUSPENDED, FORBIDDEN_ADDRESS -> borrowed(Refusal.NOT_ENTITLED, refusal);
            case RESOURCE_NOT_FOUND -> borrowed(Refusal.ROUTE_UNKNOWN, refusal);
            default -> Wording.of(refusal).code();
        };
    }

    private String borrowed(Refusal lender, Refusal refusal) {
        Form form = form(lender);
        return form == null || form.code() == null ? Wording.of(refusal).code() : form.code();
    }

    /** The dialect's template; a dialect without one gets one that fits its media type. */
    private Map<String, Object> body(int status) {
        if (!dialect.body().isEmpty()) {
            return dialect.body();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (dialect.mediaType().equals(PROBLEM)) {
            body.put("type", "about:blank");
            body.put("title", ReasonPhrase.of(status));
            body.put("status", "{status}");
            body.put("detail", "{text}");
            body.put("code", "{code}");
        } else {
            body.put("code", "{code}");
            body.put("message", "{text}");
        }
        return body;
    }
}
