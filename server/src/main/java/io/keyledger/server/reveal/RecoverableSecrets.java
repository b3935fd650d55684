package io.keyledger.server.reveal;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.query.verification.KeyDirectory.SecretStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Seals secrets that are to be kept, and opens those that are live. */
public final class RecoverableSecrets {

    private final RevealKeys revealKeys;
    private final SealedSecretTable table;
    private final KeyDirectory keys;

    RecoverableSecrets(RevealKeys revealKeys, SealedSecretTable table, KeyDirectory keys) {
        this.revealKeys = revealKeys;
        this.table = table;
        this.keys = keys;
    }

    /** Whether this node can issue keys of a hub. */
    public boolean canKeep(HubProfile hub) {
        return !Recoverable.is(hub) || revealKeys.current().isPresent();
    }

    /**
     * The sealed copy that has to travel with the command that brings a secret; null where secrets
     * are shown once.
     *
     * @throws RevealKeyMissingException when the hub keeps secrets and this node has no reveal key
     */
    public @Nullable SealedSecret seal(
            HubProfile hub, ApiKeyId key, int generation, MintedSecret secret) {
        if (!Recoverable.is(hub)) {
            return null;
        }
        RevealKey with =
                revealKeys
                        .current()
                        .orElseThrow(() ->
                                new RevealKeyMissingException(
                                        "no reveal key is configured, and hub %s keeps secrets recoverable"
                                                .formatted(hub.hub())));
        return SecretSeal.seal(with, key, generation, secret.plaintext());
    }

    /**
     * The live secrets of a key of which copies are kept, oldest first. To be shown only when that
     * is on record.
     *
     * @throws RevealKeyMissingException when one was sealed under a key that this node has not
     */
    public List<Opened> open(ApiKeyId key, Instant now) {
        Map<Integer, SecretStanding> live =
                keys.secretsOf(key).stream()
                        .filter(secret -> isLive(secret, now))
                        .collect(Collectors.toMap(SecretStanding::generation, Function.identity()));
        return table.of(key).stream()
                .filter(sealed -> live.containsKey(sealed.generation()))
                .map(sealed -> open(sealed, live.get(sealed.generation())))
                .toList();
    }

    private Opened open(SealedSecret sealed, @Nullable SecretStanding standing) {
        RevealKey with =
                revealKeys
                        .find(sealed.revealKey())
                        .orElseThrow(() ->
                                new RevealKeyMissingException(
                                        sealed + " was sealed under " + sealed.revealKey()));
        return new Opened(
                sealed.generation(),
                SecretSeal.open(with, sealed),
                standing == null ? null : standing.graceEndsAt());
    }

    private static boolean isLive(SecretStanding secret, Instant now) {
        Instant graceEndsAt = secret.graceEndsAt();
        return !secret.revoked() && (graceEndsAt == null || now.isBefore(graceEndsAt));
    }

    /**
     * A secret in plain text.
     *
     * @param validUntil the first instant at which a rotation ends it; null for the current one
     */
    public record Opened(int generation, String plaintext, @Nullable Instant validUntil) {

        /** Leaves the plaintext out. */
        @Override
        public String toString() {
            return "Opened[" + generation + "]";
        }
    }
}
