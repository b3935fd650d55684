package io.keyledger.resourceserver;

import io.keyledger.api.access.AccessFilter;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credential that a request was accepted with. A controller method takes it as an argument; it
 * is the request's {@link Principal} too.
 *
 * @param id of the key or grant, as it stands in the history
 * @param kind {@code api_key} or {@code access_token}
 * @param workspace the id of the hub's customer that it belongs to
 * @param hub whose API it opens
 * @param plan of the workspace
 * @param scopes as granted, without those that they imply
 * @param expiresAt null when it does not expire
 * @param filter the rows that it may touch; null for all of its workspace
 * @param client the app that an access token was given to; null for a key
 * @param subject the account of the person that the app acts for; null when it acts for itself, and
 *     for a key
 */
public record KeyledgerCredential(
        String id,
        String kind,
        String workspace,
        String hub,
        String plan,
        Set<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable AccessFilter filter,
        @Nullable String client,
        @Nullable String subject)
        implements Principal {

    public KeyledgerCredential {
        scopes = Set.copyOf(scopes);
    }

    /** A key. */
    public KeyledgerCredential(
            String id,
            String kind,
            String workspace,
            String hub,
            String plan,
            Set<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable AccessFilter filter) {
        this(id, kind, workspace, hub, plan, scopes, expiresAt, filter, null, null);
    }

    @Override
    public String getName() {
        return id;
    }
}
