package io.keyledger.server.proof;

import io.keyledger.query.proof.SignedCheckpoint;
import java.util.Optional;

/** A checkpoint as it is kept, in the table or in a file: what it claims to be is still open. */
public record StoredCheckpoint(long size, String note) {

    /** What it says; nothing when it is no note, or one of another size. */
    public Optional<SignedCheckpoint> read() {
        try {
            return Optional.of(SignedCheckpoint.read(note))
                    .filter(it -> it.checkpoint().size() == size);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
