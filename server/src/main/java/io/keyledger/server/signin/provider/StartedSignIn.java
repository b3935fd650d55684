package io.keyledger.server.signin.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A sign-in that is under way at the provider. The browser itself keeps it, in a cookie that only
 * this host can set: an answer that the browser did not ask for fits nothing that it keeps.
 *
 * @param state what the provider sends back
 * @param nonce what the ID token has to say
 * @param verifier of PKCE
 * @param continuation where the person goes on
 */
record StartedSignIn(String state, String nonce, String verifier, String continuation) {

    /** Browsers keep some 4,000 characters in a cookie; a longer way on is not kept. */
    private static final int LONGEST_CONTINUATION = 2_500;

    static StartedSignIn fresh(Supplier<String> random, String continuation, String otherwise) {
        return new StartedSignIn(
                random.get(),
                random.get(),
                random.get(),
                continuation.length() <= LONGEST_CONTINUATION ? continuation : otherwise);
    }

    static Optional<StartedSignIn> read(String cookie) {
        try {
            String query = new String(Base64.getUrlDecoder().decode(cookie), UTF_8);
            return read(URLUtils.parseParameters(query));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<StartedSignIn> read(Map<String, List<String>> values) {
        String state = MultivaluedMapUtils.getFirstValue(values, "state");
        String nonce = MultivaluedMapUtils.getFirstValue(values, "nonce");
        String verifier = MultivaluedMapUtils.getFirstValue(values, "verifier");
        String continuation = MultivaluedMapUtils.getFirstValue(values, "continue");
        return state == null || nonce == null || verifier == null || continuation == null
                ? Optional.empty()
                : Optional.of(new StartedSignIn(state, nonce, verifier, continuation));
    }

    String cookie() {
        String query =
                URLUtils.serializeParameters(
                        Map.of(
                                "state", List.of(state),
                                "nonce", List.of(nonce),
                                "verifier", List.of(verifier),
                                "continue", List.of(continuation)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(query.getBytes(UTF_8));
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "StartedSignIn[" + continuation + "]";
    }
}
