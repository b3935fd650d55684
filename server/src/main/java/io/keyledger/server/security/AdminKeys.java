package io.keyledger.server.security;

import io.keyledger.api.hub.HubId;
import io.keyledger.query.usage.UsageMeter;
import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.query.verification.Verifier;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** Asks for the built-in hub's verdict about a key, as its route table has it. */
@Component
public final class AdminKeys {

    private final Verifier verifier;
    private final UsageMeter usage;

    AdminKeys(Verifier verifier, UsageMeter usage) {
        this.verifier = verifier;
        this.usage = usage;
    }

    /**
     * The verdict, which counts as usage of the key.
     *
     * @param path of the admin API
     * @param address that the request came from
     * @throws TruthUnavailableException when the truth cannot be known at the moment
     */
    public Verdict judge(String presented, String method, String path, String address) {
        Verdict verdict =
                verdict(
                        presented,
                        VerificationRequest.of(HubId.KEYLEDGER.value(), method, path, address));
        usage.count(verdict);
        return verdict;
    }

    private Verdict verdict(String presented, VerificationRequest question) {
        Verdict resident = verifier.verifyResident(presented, question);
        if (resident != null) {
            return resident;
        }
        try {
            return verifier.verify(presented, question).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TruthUnavailableException unavailable
                    ? unavailable
                    : new TruthUnavailableException("the verifier failed", e.getCause());
        }
    }
}
