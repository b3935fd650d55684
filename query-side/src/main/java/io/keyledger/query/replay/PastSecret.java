package io.keyledger.query.replay;

import io.keyledger.verdict.Credential;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a key, or a token of a grant, as it stood at an instant.
 *
 * @param credential what a verdict saw of it
 * @param hint what people saw of it; null for a token
 * @param dead why it was refused whatever it was used for, in words; null when it was not, or had
 *     only run out
 */
public record PastSecret(Credential credential, @Nullable String hint, @Nullable String dead) {

    public int generation() {
        return credential.generation();
    }

    /** Whether it was neither revoked nor over. */
    boolean isLive(long atMillis) {
        return !credential.revoked() && atMillis < credential.validUntil();
    }
}
