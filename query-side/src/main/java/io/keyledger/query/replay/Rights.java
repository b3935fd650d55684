package io.keyledger.query.replay;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.Route;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a credential could do at an instant.
 *
 * @param id of the key or grant
 * @param name that a key had; null for a grant
 * @param scopes as granted then; of a grant, as far as its app still had them
 * @param secrets every secret, or token, that there had been, oldest first; a grant whose code was
 *     not exchanged has none
 * @param standing of its workspace; null when there was none
 * @param profile of its hub; null when there was none
 * @param position of the last entry about the key or grant itself that counts
 */
public record Rights(
        Instant at,
        String id,
        @Nullable String name,
        Instant issuedAt,
        Set<String> scopes,
        List<PastSecret> secrets,
        @Nullable WorkspaceStanding standing,
        @Nullable CompiledProfile profile,
        long position) {

    public Rights {
        secrets = List.copyOf(secrets);
    }

    /** The one of this generation. */
    public Optional<PastSecret> secret(int generation) {
        return secrets.stream().filter(it -> it.generation() == generation).findFirst();
    }

    /** The newest one. */
    public Optional<PastSecret> newest() {
        return secrets.isEmpty() ? Optional.empty() : Optional.of(secrets.getLast());
    }

    /** Those that were accepted as far as it was up to them. */
    public List<PastSecret> live() {
        return secrets.stream().filter(it -> it.isLive(at.toEpochMilli())).toList();
    }

    /** Whether the workspace was open to API clients: active, and on a plan that has access. */
    public boolean isWorkspaceOpen() {
        return standing != null
                && profile != null
                && !standing.suspended()
                && profile.entitles(standing.plan());
    }

    /** What it could be used for, by its scopes; none when none of its secrets was accepted. */
    public List<Route> routes() {
        return profile == null || live().isEmpty() || !isWorkspaceOpen()
                ? List.of()
                : profile.source().routes().stream().filter(it -> opens(profile, it)).toList();
    }

    private boolean opens(CompiledProfile judging, Route route) {
        String required = route.scope();
        return required == null || judging.satisfied(scopes, required);
    }

    /** How often it could be used; null when nothing limited it. */
    public @Nullable RateLimits limits() {
        return profile == null || standing == null ? null : profile.limits(standing.plan());
    }
}
