package io.keyledger.server.console.audit;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.verdict.VerificationRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The question as its form sends it; a field that was not sent is empty. */
record ExplainForm(
        @Nullable String credential,
        @Nullable String secret,
        @Nullable String method,
        @Nullable String path,
        @Nullable String address,
        @Nullable String at) {

    ExplainForm {
        credential = said(credential);
        secret = said(secret);
        method = said(method).toUpperCase(Locale.ROOT);
        path = said(path);
        address = said(address);
        at = said(at);
    }

    @Override
    public String credential() {
        return said(credential);
    }

    boolean isSent() {
        return !credential().isEmpty();
    }

    /** Null for the newest of then. */
    @Nullable Integer generation() {
        String typed = said(secret);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[1-9][0-9]{0,8}")) {
            throw wrong("secret", "Secrets are counted from 1.");
        }
        return Integer.valueOf(typed);
    }

    VerificationRequest request() {
        if (said(method).isEmpty()) {
            throw wrong("method", "Give the method of the request, such as GET.");
        }
        if (!said(path).startsWith("/")) {
            throw wrong("path", "Give the path of the request. It starts with a slash.");
        }
        String from = said(address);
        return new VerificationRequest(
                null, method, path, List.of(), 1, from.isEmpty() ? null : from);
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static ProblemException wrong(String field, String text) {
        return ProblemException.of(ProblemCode.INVALID_PARAMETER, field, text);
    }
}
