package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.server.reveal.RecoverableSecrets.Opened;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The live secrets of a key, in plain text.
 *
 * @param secrets oldest first: two during a rotation's grace, else one
 */
public record KeyRevealed(String id, List<Secret> secrets) {

    static KeyRevealed of(ApiKeyId key, List<Opened> opened) {
        return new KeyRevealed(key.value(), opened.stream().map(Secret::of).toList());
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "KeyRevealed[" + id + "]";
    }

    /**
     * One live secret.
     *
     * @param secret what the client sends as Bearer
     * @param validUntil the first instant at which it is refused because of a rotation; null for
     *     the current one
     */
    public record Secret(int generation, String secret, @Nullable Instant validUntil) {

        private static Secret of(Opened opened) {
            return new Secret(opened.generation(), opened.plaintext(), opened.validUntil());
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Secret[" + generation + "]";
        }
    }
}
