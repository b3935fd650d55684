package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an authorization request as they came. One without a value is as good as left
 * out; one that is there twice is an error, and never a choice (RFC 6749 §3.1).
 */
record RequestParameters(Map<String, List<String>> sent) {

    RequestParameters {
        sent = Map.copyOf(sent);
    }

    static RequestParameters of(String query) {
        return new RequestParameters(URLUtils.parseParameters(query));
    }

    /** The value; nothing when it was left out, or is there twice. */
    Optional<String> single(String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.size() == 1
                ? Optional.of(values.getFirst()).filter(it -> !it.isEmpty())
                : Optional.empty();
    }

    boolean isThere(String name) {
        return sent.getOrDefault(name, List.of()).stream().anyMatch(value -> !value.isEmpty());
    }

    boolean isRepeated(String name) {
        return sent.getOrDefault(name, List.of()).size() > 1;
    }

    boolean hasRepeated() {
        return sent.values().stream().anyMatch(values -> values.size() > 1);
    }

    /** Those that count for the request: with a value, and not ours. */
    Map<String, List<String>> counting() {
        Map<String, List<String>> counting = new HashMap<>(sent);
        counting.remove(CarriedRequest.WORKSPACE);
        counting.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
        return counting;
    }
}
