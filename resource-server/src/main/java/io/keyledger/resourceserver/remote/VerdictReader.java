package io.keyledger.resourceserver.remote;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a verdict again of what the data plane answers. */
final class VerdictReader {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final RemoteProfiles profiles;

    VerdictReader(RemoteProfiles profiles) {
        this.profiles = profiles;
    }

    /**
     * @throws TruthUnknownException when the answer is none that can be understood
     */
    Verdict read(JsonNode answer) {
        try {
            VerdictCode code = VerdictCode.valueOf(answer.required("code").stringValue());
            return answer.has("credential")
                    ? about(code, answer)
                    : new Verdict(code, null, null, null, null, null);
        } catch (RuntimeException e) {
            // A newer Keyledger may say what this release does not know: that is no acceptance.
            throw new TruthUnknownException("the verdict cannot be understood", e);
        }
    }

    private Verdict about(VerdictCode code, JsonNode answer) {
        WorkspaceStanding standing = standing(code, answer);
        return new Verdict(
                code,
                credential(code, answer),
                standing,
                profile(standing, answer),
                answer.path("missingScope").stringValue(null),
                budget(answer));
    }

    private @Nullable CompiledProfile profile(WorkspaceStanding standing, JsonNode answer) {
        return profiles.atLeast(standing.hub(), answer.path("profileVersion").intValue(0));
    }

    private static Credential credential(VerdictCode code, JsonNode answer) {
        return new Credential(
                answer.required("credential").stringValue(),
                kind(answer.required("kind").stringValue()),
                answer.required("workspace").stringValue(),
                answer.required("generation").intValue(),
                scopes(answer.required("scopes")),
                validUntil(answer.path("expiresAt").stringValue(null)),
                code == VerdictCode.REVOKED,
                AddressBlocks.ANYWHERE,
                filter(answer),
                delegation(answer),
                answer.required("position").longValue());
    }

    /** Which key it is bound to, and since when, is not told: who judges has looked at it. */
    private static @Nullable Delegation delegation(JsonNode answer) {
        String client = answer.path("client").stringValue(null);
        return client == null
                ? null
                : new Delegation(client, answer.path("subject").stringValue(null), null, 0);
    }

    private static WorkspaceStanding standing(VerdictCode code, JsonNode answer) {
        return new WorkspaceStanding(
                answer.required("workspace").stringValue(),
                answer.required("hub").stringValue(),
                answer.required("plan").stringValue(),
                code == VerdictCode.SUSPENDED,
                answer.required("position").longValue());
    }

    private static CredentialKind kind(String label) {
        for (CredentialKind kind : CredentialKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a credential of unknown kind: " + label);
    }

    private static Set<String> scopes(JsonNode array) {
        Set<String> scopes = new LinkedHashSet<>();
        array.forEach(scope -> scopes.add(scope.stringValue()));
        return scopes;
    }

    private static long validUntil(@Nullable String expiresAt) {
        return expiresAt == null ? Credential.FOREVER : Instant.parse(expiresAt).toEpochMilli();
    }

    private static @Nullable BudgetState budget(JsonNode answer) {
        JsonNode budget = answer.get("rateLimit");
        if (budget == null) {
            return null;
        }
        long retryAfter = budget.path("retryAfterSeconds").longValue(0);
        return new BudgetState(
                retryAfter == 0,
                budget.required("limit").longValue(),
                budget.required("remaining").longValue(),
                retryAfter * NANOS_PER_SECOND,
                budget.required("resetSeconds").longValue() * NANOS_PER_SECOND);
    }

    private static @Nullable AccessFilter filter(JsonNode answer) {
        JsonNode filter = answer.get("filter");
        return filter == null ? null : JSON.treeToValue(filter, AccessFilter.class);
    }
}
