package io.keyledger.verdict.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to one refused request may tell beside its fixed words.
 *
 * @param scope that is missing; null when none is
 * @param credentialKind what was presented, in words; null for the hub's own word for a key
 * @param retryAfterSeconds when to come back; 0 when that is not the point
 * @param errors the messages of each field that was refused; empty unless a field was
 * @param text what the API itself says of a request that it cannot serve, in place of the hub's
 *     general text; null for that, and of no effect on refusals that are not the API's own
 */
public record RefusalFacts(
        @Nullable String scope,
        @Nullable String credentialKind,
        long retryAfterSeconds,
        Map<String, List<String>> errors,
        @Nullable String text) {

    /** Without a text of the API's own. */
    public RefusalFacts(
            @Nullable String scope,
            @Nullable String credentialKind,
            long retryAfterSeconds,
            Map<String, List<String>> errors) {
        this(scope, credentialKind, retryAfterSeconds, errors, null);
    }

    /** Nothing to tell. */
    public static final RefusalFacts NONE = new RefusalFacts(null, null, 0, Map.of());

    /** Only when to come back. */
    public static RefusalFacts retryAfter(long seconds) {
        return new RefusalFacts(null, null, seconds, Map.of());
    }

    /** Only which fields were refused, and why. */
    public static RefusalFacts errors(Map<String, List<String>> errors) {
        return new RefusalFacts(null, null, 0, errors);
    }

    /** The same in the API's own words, such as “Project p1 was not found.” */
    public RefusalFacts saying(String ownText) {
        return new RefusalFacts(scope, credentialKind, retryAfterSeconds, errors, ownText);
    }

    /** The same for each message alone, with its field. */
    Stream<RefusalFacts> eachError() {
        return errors.entrySet().stream()
                .flatMap(field ->
                        field.getValue().stream()
                                .map(message -> Map.of(field.getKey(), List.of(message))))
                .map(one -> new RefusalFacts(scope, credentialKind, retryAfterSeconds, one, text));
    }
}
