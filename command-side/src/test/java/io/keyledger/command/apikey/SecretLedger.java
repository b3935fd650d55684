package io.keyledger.command.apikey;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What somebody who only reads the events knows of the secrets, as the verifier's table does. */
final class SecretLedger {

    private final Map<Integer, Instant> ends = new TreeMap<>();

    static SecretLedger reading(List<?> events) {
        SecretLedger ledger = new SecretLedger();
        events.forEach(it -> ledger.read((ApiKeyEvent) it));
        return ledger;
    }

    Set<Integer> open(Instant now) {
        Set<Integer> open = new TreeSet<>();
        ends.forEach((generation, end) -> {
            if (now.isBefore(end)) {
                open.add(generation);
            }
        });
        return open;
    }

    private void read(ApiKeyEvent event) {
        switch (event) {
            case ApiKeyIssued issued -> ends.put(1, Instant.MAX);
            case ApiKeyRotated rotated -> {
                ends.computeIfPresent(
                        rotated.previousGeneration(),
                        (_, end) -> end.equals(Instant.MIN) ? end : rotated.previousValidUntil());
                ends.put(rotated.generation(), Instant.MAX);
            }
            case ApiKeySecretRetired retired -> ends.put(retired.generation(), Instant.MIN);
            case ApiKeySecretRevoked revoked -> ends.put(revoked.generation(), Instant.MIN);
            case ApiKeyRevoked revoked -> ends.replaceAll((_, _) -> Instant.MIN);
            default -> {}
        }
    }
}
