package io.keyledger.server.controlplane.audit;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.replay.Explainer;
import io.keyledger.query.replay.Explanation;
import io.keyledger.query.replay.Replay;
import io.keyledger.query.replay.Replay.Owner;
import io.keyledger.query.replay.Rights;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.verdict.VerificationRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credentials of the past by their id: of a key or of a grant. */
@Component
public class Explained {

    private static final String KEY = "key_";

    private final Replay replay;

    Explained(Replay replay) {
        this.replay = replay;
    }

    /**
     * Whose a credential is.
     *
     * @throws CommandRejected when there has never been such a one
     */
    public Owner ownerOf(String credential) {
        Optional<Owner> owner =
                credential.startsWith(KEY)
                        ? replay.ownerOf(PathIds.key(credential))
                        : replay.ownerOf(PathIds.grant(credential));
        return owner.orElseThrow(() -> unknown(credential));
    }

    /** What it could do; nothing when it did not exist yet. */
    public Optional<Rights> rights(String credential, Instant at) {
        return credential.startsWith(KEY)
                ? replay.rights(new ApiKeyId(credential), at)
                : replay.rights(new GrantId(credential), at);
    }

    /**
     * What the verdict on a request was, and why.
     *
     * @param secret the generation; null for the newest of then
     * @throws CommandRejected when there has never been such a credential
     */
    public Explanation of(
            String credential, @Nullable Integer secret, VerificationRequest request, Instant at) {
        Owner owner = ownerOf(credential);
        return rights(credential, at)
                .map(rights ->
                        Explainer.explain(
                                rights,
                                (secret == null ? rights.newest() : rights.secret(secret))
                                        .orElse(null),
                                request))
                .orElseGet(() -> Explainer.beforeIts(owner.since()));
    }

    private static CommandRejected unknown(String credential) {
        return CommandRejected.because(
                credential.startsWith(KEY)
                        ? RejectionReason.KEY_UNKNOWN
                        : RejectionReason.GRANT_UNKNOWN);
    }
}
