package io.keyledger.server.controlplane.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Route;
import io.keyledger.query.replay.PastSecret;
import io.keyledger.query.replay.Rights;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a key or grant could do at an instant.
 *
 * @param name that the key had; absent for a grant
 * @param scopes that it had; a grant's no more than its app had
 * @param secrets every secret of the key, or access token of the grant, up to then
 * @param allowedCidrs where it could be used from; empty for anywhere
 * @param filter the rows that it could touch; absent for all of the workspace
 * @param workspace how its workspace stood
 * @param profileVersion of the hub's profile that judged
 * @param routes what it could be used for; empty when nothing of it was accepted
 * @param limits how often; absent when nothing limited it
 * @param position of the last entry about it that counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RightsAnswer(
        String id,
        Instant asOf,
        @Nullable String name,
        Instant issuedAt,
        List<String> scopes,
        List<SecretThen> secrets,
        List<String> allowedCidrs,
        @Nullable AccessFilter filter,
        @Nullable WorkspaceThen workspace,
        @Nullable Integer profileVersion,
        List<RouteThen> routes,
        @Nullable LimitsThen limits,
        long position) {

    static RightsAnswer of(Rights rights) {
        Credential newest = rights.newest().map(PastSecret::credential).orElse(null);
        CompiledProfile profile = rights.profile();
        return new RightsAnswer(
                rights.id(),
                rights.at(),
                rights.name(),
                rights.issuedAt(),
                rights.scopes().stream().sorted().toList(),
                rights.secrets().stream().map(it -> SecretThen.of(it, rights.at())).toList(),
                newest == null ? List.of() : newest.addresses().cidrs(),
                newest == null ? null : newest.filter(),
                WorkspaceThen.of(rights),
                profile == null ? null : profile.version(),
                rights.routes().stream().map(RouteThen::of).toList(),
                LimitsThen.of(rights.limits()),
                rights.position());
    }

    /**
     * A secret or access token.
     *
     * @param status {@code accepted}, {@code expired} or {@code revoked}
     * @param validUntil the first instant at which it was to be refused
     * @param why it was refused for good
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecretThen(
            int generation,
            @Nullable String hint,
            String status,
            @Nullable Instant validUntil,
            @Nullable String why) {

        static SecretThen of(PastSecret secret, Instant at) {
            long end = secret.credential().validUntil();
            return new SecretThen(
                    secret.generation(),
                    secret.hint(),
                    status(secret, at),
                    end == Credential.FOREVER ? null : Instant.ofEpochMilli(end),
                    secret.dead());
        }

        private static String status(PastSecret secret, Instant at) {
            if (secret.credential().revoked()) {
                return "revoked";
            }
            return at.toEpochMilli() < secret.credential().validUntil() ? "accepted" : "expired";
        }
    }

    /**
     * A workspace.
     *
     * @param entitled whether its plan had API access
     */
    record WorkspaceThen(String id, String hub, String plan, boolean suspended, boolean entitled) {

        static @Nullable WorkspaceThen of(Rights rights) {
            WorkspaceStanding standing = rights.standing();
            CompiledProfile profile = rights.profile();
            return standing == null
                    ? null
                    : new WorkspaceThen(
                            standing.workspace(),
                            standing.hub(),
                            standing.plan(),
                            standing.suspended(),
                            profile != null && profile.entitles(standing.plan()));
        }
    }

    /**
     * A route of the hub.
     *
     * @param scope that it needed; absent when none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RouteThen(String method, String path, @Nullable String scope) {

        static RouteThen of(Route route) {
            return new RouteThen(route.method(), route.pattern(), route.scope());
        }
    }

    /**
     * Rate limits.
     *
     * @param countedPer {@code credential} or {@code workspace}
     * @param windows such as {@code 100/minute}
     */
    record LimitsThen(String countedPer, List<String> windows) {

        static @Nullable LimitsThen of(@Nullable RateLimits limits) {
            return limits == null
                    ? null
                    : new LimitsThen(
                            limits.countedPer().name().toLowerCase(Locale.ROOT),
                            limits.windows().stream().map(Window::inWords).toList());
        }
    }
}
