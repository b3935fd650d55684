package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.apikey.ApiKeyCommand.ApiKeyChange;
import io.keyledger.api.apikey.ApiKeyCommand.ChangeApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.ChangeApiKeyScopes;
import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RenameApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.ReplaceApiKeyMetadata;
import io.keyledger.api.apikey.ApiKeyCommand.RestrictApiKeyAddresses;
import io.keyledger.api.apikey.ApiKeyCommand.RetireApiKeySecret;
import io.keyledger.api.apikey.ApiKeyCommand.RevealApiKeySecrets;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKeySecret;
import io.keyledger.api.apikey.ApiKeyCommand.RotateApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.SetApiKeyExpiry;
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
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.command.campaign.Campaigns;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.policy.ScopePolicy;
import io.keyledger.command.policy.TextPolicy;
import io.keyledger.command.secret.RotationPolicy;
import io.keyledger.command.secret.Secrets;
import io.keyledger.command.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One API key of a workspace, with the secrets that it has had.
 *
 * <p>A command is refused before it is looked at whether it would change anything; one that would
 * change nothing emits nothing. So every command can be sent again when its answer was lost.
 *
 * <ul>
 *   <li>A revoked key stays as it is. Revoking it again is not an error.
 *   <li>An expired key can be revoked, and a later expiry (or none) brings it back. Anything else
 *       waits for that.
 *   <li>Revoking the last live secret leaves a key that nobody can use, and that is not revoked: a
 *       rotation gives it a new secret. The same state comes about when the current secret was
 *       revoked and the grace of the one before it runs out.
 *   <li>The keys of a suspended workspace can be managed as ever: verdicts refuse them anyway, and
 *       an incident is when scopes are cut and secrets rotated.
 * </ul>
 */
public final class ApiKey {

    @AggregateIdentifier private ApiKeyId key;
    private boolean issued;
    private HubId hub;
    private String name;
    private List<String> scopes;
    private @Nullable Instant expiresAt;
    private List<String> allowedCidrs;
    private Map<String, String> metadata;
    private Secrets secrets;
    private boolean revoked;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    ApiKey() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(
            IssueApiKey command,
            HubProfiles hubs,
            Workspaces workspaces,
            Campaigns campaigns,
            Clock clock) {
        if (issued) {
            uphold(SecretPolicy.issuedWith(secrets, command.secret().digest()));
        } else {
            issue(command, hubs, workspaces, campaigns, now(clock));
        }
    }

    private static void issue(
            IssueApiKey command,
            HubProfiles hubs,
            Workspaces workspaces,
            Campaigns campaigns,
            Instant now) {
        HubId hub =
                existing(
                        workspaces.hubOf(command.workspace()),
                        WORKSPACE_UNKNOWN,
                        "workspace",
                        command.workspace());
        uphold(
                TextPolicy.name(command.name()),
                ScopePolicy.grantable(command.scopes(), profile(hub, hubs)),
                ExpiryPolicy.acceptable(command.expiresAt(), now),
                AddressPolicy.acceptable(command.allowedCidrs()),
                TextPolicy.metadata(command.metadata()));
        uphold(BindingPolicy.bindable(command, campaigns));
        apply(
                new ApiKeyIssued(
                        command.key(),
                        command.workspace(),
                        hub,
                        command.name(),
                        command.scopes(),
                        ExpiryPolicy.kept(command.expiresAt()),
                        command.allowedCidrs(),
                        command.metadata(),
                        command.filter(),
                        command.documentation(),
                        command.secret()));
    }

    /** A later change is judged as if the earlier ones had been made; a refusal undoes them all. */
    @CommandHandler
    void handle(ChangeApiKey command, HubProfiles hubs, Clock clock) {
        for (ApiKeyChange change : command.changes()) {
            switch (change) {
                case RenameApiKey rename -> handle(rename, clock);
                case ChangeApiKeyScopes scopes -> handle(scopes, hubs, clock);
                case SetApiKeyExpiry expiry -> handle(expiry, clock);
                case RestrictApiKeyAddresses addresses -> handle(addresses, clock);
                case ReplaceApiKeyMetadata metadata -> handle(metadata, clock);
            }
        }
    }

    @CommandHandler
    void handle(RenameApiKey command, Clock clock) {
        upholdChangeable(now(clock));
        uphold(TextPolicy.name(command.name()));
        if (!name.equals(command.name())) {
            apply(new ApiKeyRenamed(key, name, command.name()));
        }
    }

    @CommandHandler
    void handle(ChangeApiKeyScopes command, HubProfiles hubs, Clock clock) {
        upholdChangeable(now(clock));
        uphold(ScopePolicy.grantable(command.scopes(), profile(hub, hubs)));
        if (!ScopePolicy.same(scopes, command.scopes())) {
            apply(new ApiKeyScopesChanged(key, scopes, command.scopes()));
        }
    }

    @CommandHandler
    void handle(SetApiKeyExpiry command, Clock clock) {
        Instant wanted = ExpiryPolicy.kept(command.expiresAt());
        uphold(LifecyclePolicy.notRevoked(revoked), ExpiryPolicy.acceptable(wanted, now(clock)));
        if (!Objects.equals(expiresAt, wanted)) {
            apply(new ApiKeyExpirySet(key, expiresAt, wanted));
        }
    }

    @CommandHandler
    void handle(RestrictApiKeyAddresses command, Clock clock) {
        upholdChangeable(now(clock));
        uphold(AddressPolicy.acceptable(command.allowedCidrs()));
        if (!AddressPolicy.same(allowedCidrs, command.allowedCidrs())) {
            apply(new ApiKeyAddressesRestricted(key, allowedCidrs, command.allowedCidrs()));
        }
    }

    @CommandHandler
    void handle(ReplaceApiKeyMetadata command, Clock clock) {
        upholdChangeable(now(clock));
        uphold(TextPolicy.metadata(command.metadata()));
        if (!metadata.equals(command.metadata())) {
            apply(new ApiKeyMetadataReplaced(key, metadata, command.metadata()));
        }
    }

    @CommandHandler
    void handle(RotateApiKey command, HubProfiles hubs, Clock clock) {
        upholdChangeable(now(clock));
        if (!secrets.isCurrent(command.secret().digest())) {
            rotate(command, profile(hub, hubs).keys(), now(clock));
        }
    }

    private void rotate(RotateApiKey command, KeyRules rules, Instant now) {
        Duration grace = Objects.requireNonNullElse(command.grace(), rules.rotationGrace());
        uphold(
                RotationPolicy.grace(grace, rules),
                RotationPolicy.room(secrets, now),
                RotationPolicy.unused(secrets, command.secret().digest()));
        Secrets.Previous previous =
                secrets.handOver(now, RotationPolicy.graceEnd(now, grace, expiresAt));
        apply(
                new ApiKeyRotated(
                        key,
                        secrets.generation() + 1,
                        command.secret(),
                        previous.generation(),
                        previous.validUntil()));
    }

    @CommandHandler
    void handle(RevealApiKeySecrets command, HubProfiles hubs, Clock clock) {
        Instant now = now(clock);
        uphold(RevealPolicy.recoverable(profile(hub, hubs).keys()));
        upholdChangeable(now);
        uphold(
                RevealPolicy.kept(command.generations()),
                RevealPolicy.live(secrets, command.generations(), now));
        apply(new ApiKeySecretRevealed(key, command.generations()));
    }

    @CommandHandler
    void handle(RetireApiKeySecret command, Clock clock) {
        uphold(
                SecretPolicy.known(secrets, command.generation()),
                SecretPolicy.over(secrets, command.generation(), now(clock)));
        if (secrets.isPrevious(command.generation())) {
            apply(new ApiKeySecretRetired(key, command.generation()));
        }
    }

    /** Does not ask for the time: a node whose clock is behind must hear of the revocation too. */
    @CommandHandler
    void handle(RevokeApiKeySecret command) {
        uphold(SecretPolicy.known(secrets, command.generation()));
        if (secrets.holds(command.generation())) {
            apply(new ApiKeySecretRevoked(key, command.generation()));
        }
    }

    @CommandHandler
    void handle(RevokeApiKey command) {
        if (!revoked) {
            apply(new ApiKeyRevoked(key));
        }
    }

    @EventSourcingHandler
    void on(ApiKeyIssued event) {
        issued = true;
        key = event.key();
        hub = event.hub();
        name = event.name();
        scopes = event.scopes();
        expiresAt = event.expiresAt();
        allowedCidrs = event.allowedCidrs();
        metadata = event.metadata();
        secrets = Secrets.startingWith(event.secret().digest());
    }

    @EventSourcingHandler
    void on(ApiKeyRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void on(ApiKeyScopesChanged event) {
        scopes = event.scopes();
    }

    @EventSourcingHandler
    void on(ApiKeyExpirySet event) {
        expiresAt = event.expiresAt();
    }

    @EventSourcingHandler
    void on(ApiKeyAddressesRestricted event) {
        allowedCidrs = event.allowedCidrs();
    }

    @EventSourcingHandler
    void on(ApiKeyMetadataReplaced event) {
        metadata = event.metadata();
    }

    @EventSourcingHandler
    void on(ApiKeyRotated event) {
        secrets =
                secrets.rotated(
                        event.secret().digest(),
                        event.previousGeneration(),
                        event.previousValidUntil());
    }

    @EventSourcingHandler
    void on(ApiKeySecretRetired event) {
        secrets = secrets.without(event.generation());
    }

    @EventSourcingHandler
    void on(ApiKeySecretRevoked event) {
        secrets = secrets.without(event.generation());
    }

    @EventSourcingHandler
    void on(ApiKeyRevoked event) {
        revoked = true;
        secrets = secrets.revoked();
    }

    private void upholdChangeable(Instant now) {
        uphold(LifecyclePolicy.notRevoked(revoked), LifecyclePolicy.notExpired(expiresAt, now));
    }

    private static HubProfile profile(HubId hub, HubProfiles hubs) {
        return existing(hubs.current(hub), HUB_UNKNOWN, "hub", hub);
    }

    /** To the millisecond, as verdicts see time. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
