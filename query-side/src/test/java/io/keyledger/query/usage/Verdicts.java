package io.keyledger.query.usage;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verdicts on credentials of one workspace. */
final class Verdicts {

    static final String WORKSPACE = "ws_acme";

    private Verdicts() {}

    static Verdict on(int key, VerdictCode code) {
        return on("key_" + key, WORKSPACE, null, code, null);
    }

    /** With so much left of 100. */
    static Verdict leaving(int key, long remaining) {
        return on(
                "key_" + key,
                WORKSPACE,
                null,
                remaining > 0 ? VerdictCode.VALID : VerdictCode.RATE_LIMITED,
                new BudgetState(remaining > 0, 100, remaining, 0, 0));
    }

    /** On a token of a grant. */
    static Verdict onToken(String grant, String app, @Nullable String account) {
        return on(grant, WORKSPACE, new Delegation(app, account, null, 0), VerdictCode.VALID, null);
    }

    static Verdict in(String workspace, int key) {
        return on("key_" + key, workspace, null, VerdictCode.VALID, null);
    }

    private static Verdict on(
            String credential,
            String workspace,
            @Nullable Delegation delegation,
            VerdictCode code,
            @Nullable BudgetState budget) {
        Credential of =
                new Credential(
                        credential,
                        CredentialKind.API_KEY,
                        workspace,
                        1,
                        Set.of(),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.of(List.of()),
                        null,
                        delegation,
                        1);
        return new Verdict(code, of, null, null, null, budget);
    }
}
