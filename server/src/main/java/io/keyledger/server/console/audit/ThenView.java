package io.keyledger.server.console.audit;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Scope;
import io.keyledger.query.replay.PastSecret;
import io.keyledger.query.replay.Rights;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a credential could do, as people read it.
 *
 * @param scopes by name, with their meaning then
 * @param plan null when there was no workspace
 * @param state of the workspace, in a sentence
 * @param limits in words; null when nothing limited it
 */
record ThenView(
        Rights rights,
        Map<String, String> scopes,
        List<Secret> secrets,
        List<String> addresses,
        @Nullable String plan,
        String state,
        @Nullable String limits) {

    static ThenView of(Rights rights) {
        WorkspaceStanding standing = rights.standing();
        return new ThenView(
                rights,
                scopes(rights),
                rights.secrets().stream().map(it -> Secret.of(it, rights)).toList(),
                rights.newest().map(it -> it.credential().addresses().cidrs()).orElse(List.of()),
                standing == null ? null : standing.plan(),
                state(rights, standing),
                limits(rights.limits()));
    }

    private static Map<String, String> scopes(Rights rights) {
        CompiledProfile profile = rights.profile();
        Map<String, String> scopes = new TreeMap<>();
        for (String scope : rights.scopes()) {
            String meaning =
                    profile == null
                            ? ""
                            : profile.source().scope(scope).map(Scope::description).orElse("");
            scopes.put(scope, meaning.isEmpty() ? "The hub had no such scope then." : meaning);
        }
        return scopes;
    }

    private static String state(Rights rights, @Nullable WorkspaceStanding standing) {
        if (standing == null) {
            return "not registered yet";
        }
        if (standing.suspended()) {
            return "suspended";
        }
        return rights.isWorkspaceOpen() ? "active" : "active, without API access";
    }

    private static @Nullable String limits(@Nullable RateLimits limits) {
        return limits == null
                ? null
                : limits.windows().stream()
                                .map(Window::inWords)
                                .collect(Collectors.joining(" and ", "", " for each "))
                        + (limits.countedPer() == RateLimits.CountedPer.WORKSPACE
                                ? "workspace"
                                : "credential");
    }

    /**
     * A secret or access token.
     *
     * @param until when it was to end; null for never
     */
    record Secret(PastSecret itself, boolean live, @Nullable Instant until) {

        static Secret of(PastSecret secret, Rights rights) {
            long end = secret.credential().validUntil();
            return new Secret(
                    secret,
                    rights.live().contains(secret),
                    end == Credential.FOREVER ? null : Instant.ofEpochMilli(end));
        }
    }
}
