package io.keyledger.query.replay;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyMetadataReplaced;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevealed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.access.AddressBlocks;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key, as far as it was told. It keeps of the past what the enforcement tables keep of the
 * present, and is tested against them.
 */
final class PastKey {

    private final ApiKeyIssued issued;
    private final Instant issuedAt;
    private final PastCampaign campaign = new PastCampaign();
    private final NavigableMap<Integer, Generation> secrets = new TreeMap<>();
    private String name;
    private List<String> scopes;
    private @Nullable Instant expiresAt;
    private List<String> cidrs;
    private @Nullable AccessFilter filter;
    private long position;

    PastKey(ApiKeyIssued issued, Instant issuedAt) {
        this.issued = issued;
        this.issuedAt = issuedAt;
        this.name = issued.name();
        this.scopes = issued.scopes();
        this.expiresAt = issued.expiresAt();
        this.cidrs = issued.allowedCidrs();
    }

    void on(LedgerEntry entry) {
        switch (entry.event()) {
            case ApiKeyEvent event -> on(event, entry);
            case CampaignEvent event -> on(event);
            default -> throw new IllegalArgumentException("not about a key: " + entry);
        }
    }

    private void on(CampaignEvent event) {
        campaign.on(event);
        FilterBinding binding = issued.filter();
        if (event instanceof CampaignFilterChanged changed
                && filter != null
                && binding != null
                && changed.filter().equals(binding.filter())) {
            filter = campaign.resolve(binding);
        }
    }

    private void on(ApiKeyEvent event, LedgerEntry entry) {
        position = entry.position();
        switch (event) {
            case ApiKeyIssued it -> {
                secrets.put(1, new Generation(it.secret().hint(), null, null));
                filter = it.filter() == null ? null : campaign.resolve(it.filter());
            }
            case ApiKeyRenamed it -> name = it.name();
            case ApiKeyScopesChanged it -> scopes = it.scopes();
            case ApiKeyExpirySet it -> expiresAt = it.expiresAt();
            case ApiKeyAddressesRestricted it -> cidrs = it.allowedCidrs();
            case ApiKeyRotated it -> rotate(it, entry.at());
            case ApiKeySecretRetired it -> end(it.generation(), "retired", entry.at());
            case ApiKeySecretRevoked it -> end(it.generation(), "revoked", entry.at());
            case ApiKeyRevoked _ ->
                    secrets.replaceAll(
                            (_, it) -> it.dead("The key was revoked at " + entry.at() + "."));
            case ApiKeyMetadataReplaced _, ApiKeySecretRevealed _ -> {}
        }
    }

    /** What was rotated away before has ended; the secret before the new one has its grace. */
    private void rotate(ApiKeyRotated event, Instant at) {
        secrets.headMap(event.previousGeneration(), false)
                .replaceAll(
                        (generation, it) -> it.dead(text(generation, "rotated away twice", at)));
        secrets.computeIfPresent(
                event.previousGeneration(), (_, it) -> it.until(event.previousValidUntil()));
        secrets.put(event.generation(), new Generation(event.secret().hint(), null, null));
    }

    private void end(int generation, String how, Instant at) {
        secrets.computeIfPresent(generation, (_, it) -> it.dead(text(generation, how, at)));
    }

    private static String text(int generation, String how, Instant at) {
        return "Secret " + generation + " was " + how + " at " + at + ".";
    }

    Rights rights(Instant at, Surroundings surroundings) {
        return new Rights(
                at,
                issued.key().value(),
                name,
                issuedAt,
                Set.copyOf(scopes),
                secrets.entrySet().stream().map(it -> secret(it.getKey(), it.getValue())).toList(),
                surroundings.standing(),
                surroundings.profile(),
                position);
    }

    private PastSecret secret(int generation, Generation secret) {
        Credential credential =
                new Credential(
                        issued.key().value(),
                        CredentialKind.API_KEY,
                        issued.workspace().value(),
                        generation,
                        Set.copyOf(scopes),
                        Ends.millis(Ends.earlier(expiresAt, secret.graceEndsAt())),
                        secret.dead() != null,
                        AddressBlocks.of(cidrs),
                        filter,
                        position);
        return new PastSecret(credential, secret.hint(), secret.dead());
    }

    /**
     * A secret.
     *
     * @param graceEndsAt when a rotation ended it; null for the current one
     * @param dead why it was refused for good; null when it was not
     */
    private record Generation(String hint, @Nullable Instant graceEndsAt, @Nullable String dead) {

        Generation until(Instant end) {
            return new Generation(hint, Ends.earlier(graceEndsAt, end), dead);
        }

        /** What ended it first counts. */
        Generation dead(String why) {
            return dead == null ? new Generation(hint, graceEndsAt, why) : this;
        }
    }
}
