package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URIS_COUNT;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_INVALID;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.command.policy.Rejection;
import io.keyledger.command.policy.WebAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app sends people back to a few addresses of its own, where nobody else listens (RFC 9700 §2.1
 * and §2.6).
 */
final class RedirectUriPolicy {

    private static final int MOST = 20;

    /** What an authorization answer says (RFC 6749 §4.1.2, RFC 9207 §2): once, and not the app. */
    private static final Set<String> ANSWERS =
            Set.of("code", "state", "iss", "error", "error_description", "error_uri", "response");

    private RedirectUriPolicy() {}

    static Optional<Rejection> acceptable(List<String> uris) {
        int different = Set.copyOf(uris).size();
        if (different == 0 || different > MOST || different < uris.size()) {
            return Optional.of(Rejection.of(REDIRECT_URIS_COUNT, "redirectUris", uris.size()));
        }
        return uris.stream()
                .filter(uri -> WebAddress.parse(uri).filter(it -> !answers(it.query())).isEmpty())
                .findFirst()
                .map(uri -> Rejection.of(REDIRECT_URI_INVALID, "redirectUris", uri));
    }

    /** The order in which addresses are written says nothing. */
    static boolean same(List<String> some, List<String> others) {
        return Set.copyOf(some).equals(Set.copyOf(others));
    }

    private static boolean answers(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("&")).anyMatch(RedirectUriPolicy::isAnswer);
    }

    private static boolean isAnswer(String parameter) {
        return ANSWERS.contains(URLDecoder.decode(parameter.split("=", 2)[0], UTF_8));
    }
}
