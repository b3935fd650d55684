package io.keyledger.server.reveal;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RotateApiKey;
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
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.server.ledger.Enclosure;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Keeps the sealed copy that came with a command, and erases it when its secret ends, in the
 * transaction that appends the event. So no secret of a recoverable hub is live without its copy,
 * and no copy outlives its secret. The processor of this group must be a subscribing one, and its
 * errors must propagate.
 */
@ProcessingGroup(SealedSecretKeeping.GROUP)
final class SealedSecretKeeping {

    static final String GROUP = "sealedsecrets";

    private final SealedSecretTable table;
    private final HubProfiles profiles;
    private final Function<ApiKeyId, Optional<HubId>> hubOfKey;

    SealedSecretKeeping(
            SealedSecretTable table,
            HubProfiles profiles,
            Function<ApiKeyId, Optional<HubId>> hubOfKey) {
        this.table = table;
        this.profiles = profiles;
        this.hubOfKey = hubOfKey;
    }

    @EventHandler
    void on(ApiKeyEvent event, @Timestamp Instant at) {
        ApiKeyId key = event.key();
        switch (event) {
            case ApiKeyIssued issued -> keep(issued.hub(), key, 1);
            case ApiKeyRotated rotated -> takeOver(rotated, at);
            case ApiKeySecretRetired retired -> table.erase(key, retired.generation());
            case ApiKeySecretRevoked revoked -> table.erase(key, revoked.generation());
            case ApiKeyRevoked _ -> table.erase(key);
            case ApiKeyRenamed _,
                    ApiKeyScopesChanged _,
                    ApiKeyExpirySet _,
                    ApiKeyAddressesRestricted _,
                    ApiKeyMetadataReplaced _,
                    ApiKeySecretRevealed _ -> {}
        }
    }

    /** A hub that shows secrets once from now on keeps none of those that it has kept. */
    @EventHandler
    void on(HubEvent event) {
        switch (event) {
            case HubProfilePublished published when !Recoverable.is(published.profile()) ->
                    table.erase(published.hub());
            case HubProfilePublished _ -> {}
        }
    }

    /** What was rotated away twice, or has no grace, has ended. */
    private void takeOver(ApiKeyRotated event, Instant at) {
        boolean endsAtOnce = !event.previousValidUntil().isAfter(at);
        table.eraseBefore(
                event.key(), endsAtOnce ? event.generation() : event.previousGeneration());
        keep(hubOfKey.apply(event.key()).orElseThrow(), event.key(), event.generation());
    }

    private void keep(HubId hub, ApiKeyId key, int generation) {
        if (!Recoverable.is(profiles.current(hub).orElseThrow())) {
            return;
        }
        Optional<SealedSecret> enclosed = Enclosure.find(SealedSecret.class);
        if (enclosed.isPresent()) {
            table.insert(hub, fitting(enclosed.get(), key, generation));
        } else if (mints(Enclosure.command())) {
            throw new IllegalStateException(
                    "no sealed copy came with a secret of the recoverable hub " + hub);
        }
    }

    /** What brings a secret that it does not know, as an import does, has no copy to give. */
    private static boolean mints(Object command) {
        return command instanceof IssueApiKey || command instanceof RotateApiKey;
    }

    /** The copy is bound to its generation; another rotation may have taken that one meanwhile. */
    private static SealedSecret fitting(SealedSecret sealed, ApiKeyId key, int generation) {
        if (!sealed.isOf(key, generation)) {
            throw new ConcurrencyException(sealed + " came with generation " + generation);
        }
        return sealed;
    }
}
