package io.keyledger.server.dataplane;

import io.keyledger.api.token.Digest;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Sees to it that a proof counts once. */
public interface UsedOnce {

    /**
     * Marks a proof as used.
     *
     * @param proof the digest of what tells it from all others
     * @param until the first instant at which it is too old anyway
     * @return whether it was not used before; fails when that cannot be known
     */
    CompletionStage<Boolean> use(Digest proof, Instant until);
}
