package io.keyledger.verdict.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to one refused request may tell beside its fixed words.
 *
 * @param scope that is missing; null when none is
 * @param credentialKind what was presented, in words; null for the hub's own word for a key
 * @param retryAfterSeconds when to come back; 0 when that is not the point
 * @param errors the messages of each field that was refused; empty unless a field was
 */
public record RefusalFacts(
        @Nullable String scope,
        @Nullable String credentialKind,
        long retryAfterSeconds,
        Map<String, List<String>> errors) {

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
}
