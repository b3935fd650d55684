package io.keyledger.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do with a credential.
 *
 * @param hub the hub that the request is for; null for whichever the credential belongs to
 * @param method and {@code path} of the request in the hub's own terms; the route is judged only
 *     when both are given
 * @param scopes that the credential must have whatever the route says; usually empty
 * @param cost how many requests to count, times the route's own factor; 0 asks without spending
 *     whether one more would be admitted
 * @param address the client's IP address; null when not known, which an address-restricted
 *     credential is refused for
 */
public record VerificationRequest(
        @Nullable String hub,
        @Nullable String method,
        @Nullable String path,
        List<String> scopes,
        int cost,
        @Nullable String address) {

    public VerificationRequest {
        scopes = List.copyOf(scopes);
        if (cost < 0) {
            throw new IllegalArgumentException("cost must not be negative");
        }
    }

    /** Asks about one request, counted once. */
    public static VerificationRequest of(
            String hub, String method, String path, @Nullable String address) {
        return new VerificationRequest(hub, method, path, List.of(), 1, address);
    }
}
