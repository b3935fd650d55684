package io.keyledger.command.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a key is to those who use it: secrets that open the door until they end. Says of each
 * command what must come of it, in terms that know nothing of how the aggregate is made.
 */
final class ModelKey {

    /** A command that was accepted and changed nothing. */
    static final String NOTHING = "nothing";

    /** A secret; it opens the door while it is not dead and has not ended. */
    private static final class Secret {

        final int number;
        @Nullable Instant end;
        boolean dead;
        boolean inGrace;

        Secret(int number) {
            this.number = number;
        }

        boolean opens(Instant now) {
            return !dead && (end == null || now.isBefore(end));
        }
    }

    private final List<Secret> secrets = new ArrayList<>();
    private @Nullable Instant expiresAt;
    private boolean revoked;

    String issue(int number) {
        if (!secrets.isEmpty()) {
            return secrets.getFirst().number == number ? NOTHING : "KEY_ID_TAKEN";
        }
        secrets.add(new Secret(number));
        return "ApiKeyIssued";
    }

    String expire(@Nullable Instant end, Instant now) {
        if (secrets.isEmpty() || revoked) {
            return secrets.isEmpty() ? "KEY_UNKNOWN" : "KEY_REVOKED";
        }
        if (end != null && !end.isAfter(now)) {
            return "EXPIRY_PAST";
        }
        boolean same = end == null ? expiresAt == null : end.equals(expiresAt);
        expiresAt = end;
        return same ? NOTHING : "ApiKeyExpirySet";
    }

    String rotate(int number, Duration grace, Instant now) {
        if (secrets.isEmpty() || revoked) {
            return secrets.isEmpty() ? "KEY_UNKNOWN" : "KEY_REVOKED";
        }
        if (hasExpired(now)) {
            return "KEY_EXPIRED";
        }
        if (secrets.getLast().number == number && secrets.getLast().opens(now)) {
            return NOTHING;
        }
        if (open(now).size() == 2) {
            return "ROTATION_IN_GRACE";
        }
        if (secrets.stream().anyMatch(it -> it.number == number)) {
            return "SECRET_REUSED";
        }
        for (Secret secret : secrets) {
            secret.inGrace = secret.opens(now);
            secret.end = earliest(secret.end, now.plus(grace), expiresAt);
        }
        secrets.add(new Secret(number));
        return "ApiKeyRotated";
    }

    String retire(int generation, Instant now) {
        if (!hasHad(generation)) {
            return secrets.isEmpty() ? "KEY_UNKNOWN" : "SECRET_UNKNOWN";
        }
        Secret secret = secrets.get(generation - 1);
        if (secret.opens(now)) {
            return "SECRET_STILL_VALID";
        }
        return end(secret) ? "ApiKeySecretRetired" : NOTHING;
    }

    String revoke(int generation) {
        if (!hasHad(generation)) {
            return secrets.isEmpty() ? "KEY_UNKNOWN" : "SECRET_UNKNOWN";
        }
        return end(secrets.get(generation - 1)) ? "ApiKeySecretRevoked" : NOTHING;
    }

    String revoke() {
        if (secrets.isEmpty() || revoked) {
            return secrets.isEmpty() ? "KEY_UNKNOWN" : NOTHING;
        }
        revoked = true;
        secrets.forEach(this::end);
        return "ApiKeyRevoked";
    }

    /** The generations whose secrets open the door, as long as the key has not expired. */
    Set<Integer> open(Instant now) {
        Set<Integer> open = new TreeSet<>();
        for (int i = 0; i < secrets.size(); i++) {
            if (secrets.get(i).opens(now)) {
                open.add(i + 1);
            }
        }
        return open;
    }

    boolean isRevoked() {
        return revoked;
    }

    private boolean end(Secret secret) {
        boolean wasHeld = !secret.dead && (secret.end == null || secret.inGrace);
        secret.dead = true;
        return wasHeld;
    }

    private boolean hasHad(int generation) {
        return generation >= 1 && generation <= secrets.size();
    }

    private boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private static @Nullable Instant earliest(@Nullable Instant... instants) {
        Instant earliest = null;
        for (Instant instant : instants) {
            if (instant != null && (earliest == null || instant.isBefore(earliest))) {
                earliest = instant;
            }
        }
        return earliest;
    }
}
