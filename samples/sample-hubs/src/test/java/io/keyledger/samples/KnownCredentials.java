package io.keyledger.samples;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.resourceserver.judge.Judge;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.access.AddressBlocks;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Accepts a credential for its own hub, whatever it wants there. */
final class KnownCredentials implements Judge {

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    void add(String token, String hub, String workspace, @Nullable AccessFilter filter) {
        known.put(token, new Known(hub, workspace, filter));
    }

    @Override
    public Verdict judge(String credential, VerificationRequest request) {
        Known found = known.get(credential);
        if (found == null || !found.hub().equals(request.hub())) {
            return Verdict.NOT_FOUND;
        }
        return new Verdict(
                VerdictCode.VALID,
                new Credential(
                        "key_" + credential,
                        CredentialKind.API_KEY,
                        found.workspace(),
                        1,
                        Set.of("analytics:read"),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.ANYWHERE,
                        found.filter(),
                        1),
                new WorkspaceStanding(found.workspace(), found.hub(), "any", false, 1),
                null,
                null,
                null);
    }

    private record Known(String hub, String workspace, @Nullable AccessFilter filter) {}
}
