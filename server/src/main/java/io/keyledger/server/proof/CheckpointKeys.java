package io.keyledger.server.proof;

import io.keyledger.query.proof.Checkpoint;
import io.keyledger.query.proof.CheckpointKey;
import io.keyledger.query.proof.SignedCheckpoint;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/** The keys of checkpoints: the first signs, and whatever any of them has signed is believed. */
public final class CheckpointKeys {

    private final List<SigningKey> keys;
    private final List<CheckpointKey> known;

    CheckpointKeys(String origin, List<KeyFile.Pair> pairs) {
        this.keys =
                pairs.stream()
                        .map(it ->
                                new SigningKey(
                                        it.secret(), CheckpointKey.of(origin, it.published())))
                        .toList();
        this.known = keys.stream().map(SigningKey::key).toList();
    }

    /** All of them; the first signs. */
    public List<CheckpointKey> known() {
        return known;
    }

    /** The checkpoint with a signature; nothing without a key. */
    Optional<SignedCheckpoint> sign(Checkpoint checkpoint) {
        return keys.stream()
                .findFirst()
                .map(it -> SignedCheckpoint.sign(checkpoint, it.secret(), it.key()));
    }

    private record SigningKey(PrivateKey secret, CheckpointKey key) {}
}
