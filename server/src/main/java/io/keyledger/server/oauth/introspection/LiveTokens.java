package io.keyledger.server.oauth.introspection;

import io.keyledger.api.token.Digest;
import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.oauth.IssuedToken;
import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.query.verification.Verifier;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** The access tokens of an app that the verdict would let in now. */
final class LiveTokens {

    /** A token that has to wait for its next request is as live as any. */
    private static final Set<VerdictCode> LIVE =
            EnumSet.of(VerdictCode.VALID, VerdictCode.RATE_LIMITED);

    private final GrantDirectory grants;
    private final TokenDigests digests;
    private final Verifier verifier;

    LiveTokens(GrantDirectory grants, TokenDigests digests, Verifier verifier) {
        this.grants = grants;
        this.digests = digests;
        this.verifier = verifier;
    }

    Optional<IssuedToken> find(String token, OAuthHub hub, AuthenticatedClient client) {
        List<Digest> candidates = digests.candidates(token);
        return candidates.isEmpty()
                ? Optional.empty()
                : grants.token(candidates)
                        .filter(known -> client.owns(hub, known.grant()))
                        .filter(known -> isLive(token, known, hub));
    }

    private boolean isLive(String token, IssuedToken known, OAuthHub hub) {
        VerificationRequest question =
                new VerificationRequest(
                        hub.id().value(), null, null, List.of(), 0, null, known.boundKey());
        try {
            return LIVE.contains(
                    verifier.verify(token, question).toCompletableFuture().join().code());
        } catch (CompletionException e) {
            throw e.getCause() instanceof TruthUnavailableException unavailable
                    ? unavailable
                    : new TruthUnavailableException("the verifier failed", e.getCause());
        }
    }
}
