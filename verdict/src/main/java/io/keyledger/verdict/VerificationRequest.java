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
 * @param provenKey the thumbprint (RFC 7638) of the key that the request proves to hold (RFC 9449);
 *     {@link #NOT_PROVEN} when it tries to and does not; null when it does not try
 */
public record VerificationRequest(
        @Nullable String hub,
        @Nullable String method,
        @Nullable String path,
        List<String> scopes,
        int cost,
        @Nullable String address,
        @Nullable String provenKey) {

    /** No key's thumbprint: where a proof was presented that proves nothing. */
    public static final String NOT_PROVEN = "";

    public VerificationRequest {
        scopes = List.copyOf(scopes);
        if (cost < 0) {
            throw new IllegalArgumentException("cost must not be negative");
        }
    }

    /** A request that does not try to prove that it holds a key. */
    public VerificationRequest(
            @Nullable String hub,
            @Nullable String method,
            @Nullable String path,
            List<String> scopes,
            int cost,
            @Nullable String address) {
        this(hub, method, path, scopes, cost, address, null);
    }

    /** The same request, counted so often. */
    public VerificationRequest costing(int other) {
        return new VerificationRequest(hub, method, path, scopes, other, address, provenKey);
    }

    /** The same request, with what it has proven. */
    public VerificationRequest proving(@Nullable String key) {
        return new VerificationRequest(hub, method, path, scopes, cost, address, key);
    }

    /** Asks about one request, counted once. */
    public static VerificationRequest of(
            String hub, String method, String path, @Nullable String address) {
        return new VerificationRequest(hub, method, path, List.of(), 1, address);
    }
}
