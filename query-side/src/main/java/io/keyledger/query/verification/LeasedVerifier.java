package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import io.keyledger.api.token.TokenDigester;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Judges from memory while memory is trusted; where something is missing, after bringing it into
 * memory; and else from the tables.
 */
final class LeasedVerifier implements Verifier {

    private final Digesters digesters;
    private final Trust trust;
    private final Memory memory;
    private final ReadThrough readThrough;
    private final RateLimiter limiter;
    private final Clock clock;
    private final VerificationMeters meters;

    LeasedVerifier(
            Digesters digesters,
            Trust trust,
            Memory memory,
            ReadThrough readThrough,
            RateLimiter limiter,
            Clock clock,
            VerificationMeters meters) {
        this.digesters = digesters;
        this.trust = trust;
        this.memory = memory;
        this.readThrough = readThrough;
        this.limiter = limiter;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public @Nullable Verdict verifyResident(CharSequence credential, VerificationRequest request) {
        TokenDigester digester = digesters.borrow();
        try {
            // What nobody can have minted is refused before anything is looked up.
            return digester.read(credential) ? recall(digester, request) : Verdict.NOT_FOUND;
        } finally {
            digesters.giveBack(digester);
        }
    }

    private @Nullable Verdict recall(TokenDigester digester, VerificationRequest request) {
        for (int pepper = 0; pepper < digester.peppers(); pepper++) {
            Verdict verdict = recall(digester.digest(pepper), request);
            if (verdict == null || verdict.code() != VerdictCode.NOT_FOUND) {
                return verdict;
            }
        }
        return Verdict.NOT_FOUND;
    }

    private @Nullable Verdict recall(List<Digest> candidates, VerificationRequest request) {
        for (Digest candidate : candidates) {
            Verdict verdict = recall(candidate, request);
            if (verdict == null || verdict.code() != VerdictCode.NOT_FOUND) {
                return verdict;
            }
        }
        return Verdict.NOT_FOUND;
    }

    /** The verdict on one digest from memory alone; null when memory does not say. */
    private @Nullable Verdict recall(Digest digest, VerificationRequest request) {
        long stamp = trust.stamp();
        Credential credential = memory.credential(digest);
        if (credential == null) {
            return memory.isKnownAbsent(digest) && trust.holds(stamp) ? unknown() : null;
        }
        WorkspaceStanding standing = memory.standing(credential.workspace());
        if (standing == null) {
            return null;
        }
        CompiledProfile profile = memory.profile(standing.hub());
        if (profile == null || !trust.holds(stamp)) {
            return null;
        }
        meters.hit();
        return Decision.decide(credential, standing, profile, request, clock.millis(), limiter);
    }

    private Verdict unknown() {
        meters.unknown();
        return Verdict.NOT_FOUND;
    }

    @Override
    public CompletionStage<Verdict> verify(CharSequence credential, VerificationRequest request) {
        // The characters are the caller's and may change once this returns: only digests go on.
        List<Digest> candidates = digesters.candidates(credential);
        Verdict resident = recall(candidates, request);
        if (resident != null) {
            return CompletableFuture.completedFuture(resident);
        }
        meters.miss();
        return lookUp(candidates, request).exceptionally(LeasedVerifier::unavailable);
    }

    private CompletableFuture<Verdict> lookUp(
            List<Digest> candidates, VerificationRequest request) {
        if (!trust.isProven()) {
            return readThrough.judge(candidates, request);
        }
        return memory.warm(candidates)
                .thenCompose(_ -> {
                    Verdict resident = recall(candidates, request);
                    return resident != null
                            ? CompletableFuture.completedFuture(resident)
                            : readThrough.judge(candidates, request);
                });
    }

    private static Verdict unavailable(Throwable cause) {
        throw new TruthUnavailableException("the enforcement tables cannot be read", cause);
    }
}
