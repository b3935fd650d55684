package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthAppRedirectUris;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthAppScopes;
import io.keyledger.api.oauthapp.OAuthAppCommand.DeleteOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.OAuthAppChange;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.RenameOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.RotateOAuthAppSecret;
import io.keyledger.api.oauthapp.OAuthAppCommand.SetOAuthAppLogo;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.api.oauthapp.OAuthAppId;
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
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One OAuth app of a workspace, with the secrets that it has had.
 *
 * <p>A command is refused before it is looked at whether it would change anything; one that would
 * change nothing emits nothing. So every command can be sent again when its answer was lost.
 *
 * <ul>
 *   <li>A deleted app stays as it is. Deleting it again is not an error.
 *   <li>The secrets of a confidential app follow each other as those of a key do. They cannot be
 *       revoked one by one: a rotation without grace ends every older one, and is possible while
 *       one is in grace.
 *   <li>The apps of a suspended workspace can be managed as ever, as its keys can, and those of a
 *       hub that no longer offers OAuth.
 * </ul>
 */
public final class OAuthApp {

    @AggregateIdentifier private OAuthAppId app;
    private @Nullable OAuthAppRegistered registration;
    private HubId hub;
    private ClientType type;
    private String name;
    private List<String> redirectUris;
    private @Nullable String logo;
    private List<String> scopes;
    private @Nullable Secrets secrets;
    private boolean deleted;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    OAuthApp() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RegisterOAuthApp command, HubProfiles hubs, Workspaces workspaces) {
        if (registration != null) {
            uphold(RegistrationPolicy.same(registrationOf(command, hub), registration));
        } else {
            register(command, hubs, workspaces);
        }
    }

    private static void register(
            RegisterOAuthApp command, HubProfiles hubs, Workspaces workspaces) {
        HubId hub =
                existing(
                        workspaces.hubOf(command.workspace()),
                        WORKSPACE_UNKNOWN,
                        "workspace",
                        command.workspace());
        HubProfile profile = profile(hub, hubs);
        uphold(
                RegistrationPolicy.offered(profile),
                TextPolicy.name(command.name()),
                RedirectUriPolicy.acceptable(command.redirectUris()),
                LogoPolicy.acceptable(command.logo()),
                ScopePolicy.grantable(command.scopes(), profile),
                ClientPolicy.keeps(command.type(), command.secret()));
        apply(registrationOf(command, hub));
    }

    /** A later change is judged as if the earlier ones had been made; a refusal undoes them all. */
    @CommandHandler
    void handle(ChangeOAuthApp command, HubProfiles hubs) {
        for (OAuthAppChange change : command.changes()) {
            switch (change) {
                case RenameOAuthApp rename -> handle(rename);
                case SetOAuthAppLogo image -> handle(image);
                case ChangeOAuthAppRedirectUris addresses -> handle(addresses);
                case ChangeOAuthAppScopes rights -> handle(rights, hubs);
            }
        }
    }

    @CommandHandler
    void handle(RenameOAuthApp command) {
        uphold(ClientPolicy.notDeleted(deleted), TextPolicy.name(command.name()));
        if (!name.equals(command.name())) {
            apply(new OAuthAppRenamed(app, name, command.name()));
        }
    }

    @CommandHandler
    void handle(SetOAuthAppLogo command) {
        uphold(ClientPolicy.notDeleted(deleted), LogoPolicy.acceptable(command.logo()));
        if (!Objects.equals(logo, command.logo())) {
            apply(new OAuthAppLogoSet(app, command.logo()));
        }
    }

    @CommandHandler
    void handle(ChangeOAuthAppRedirectUris command) {
        uphold(
                ClientPolicy.notDeleted(deleted),
                RedirectUriPolicy.acceptable(command.redirectUris()));
        if (!RedirectUriPolicy.same(redirectUris, command.redirectUris())) {
            apply(new OAuthAppRedirectUrisChanged(app, redirectUris, command.redirectUris()));
        }
    }

    @CommandHandler
    void handle(ChangeOAuthAppScopes command, HubProfiles hubs) {
        uphold(
                ClientPolicy.notDeleted(deleted),
                ScopePolicy.grantable(command.scopes(), profile(hub, hubs)));
        if (!ScopePolicy.same(scopes, command.scopes())) {
            apply(new OAuthAppScopesChanged(app, scopes, command.scopes()));
        }
    }

    @CommandHandler
    void handle(RotateOAuthAppSecret command, HubProfiles hubs, Clock clock) {
        uphold(ClientPolicy.notDeleted(deleted), ClientPolicy.keeps(type, command.secret()));
        Secrets had = Objects.requireNonNull(secrets);
        if (!had.isCurrent(command.secret().digest())) {
            rotate(command, had, profile(hub, hubs).keys(), now(clock));
        }
    }

    private static void rotate(
            RotateOAuthAppSecret command, Secrets had, KeyRules rules, Instant now) {
        Duration grace = Objects.requireNonNullElse(command.grace(), rules.rotationGrace());
        uphold(
                RotationPolicy.grace(grace, rules),
                ClientPolicy.room(had, grace, now),
                RotationPolicy.unused(had, command.secret().digest()));
        apply(
                new OAuthAppSecretRotated(
                        command.app(), had.generation() + 1, command.secret(), now.plus(grace)));
    }

    @CommandHandler
    void handle(DeleteOAuthApp command) {
        if (!deleted) {
            apply(new OAuthAppDeleted(app));
        }
    }

    @EventSourcingHandler
    void on(OAuthAppRegistered event) {
        registration = event;
        app = event.app();
        hub = event.hub();
        type = event.type();
        name = event.name();
        redirectUris = event.redirectUris();
        logo = event.logo();
        scopes = event.scopes();
        secrets =
                Optional.ofNullable(event.secret())
                        .map(it -> Secrets.startingWith(it.digest()))
                        .orElse(null);
    }

    @EventSourcingHandler
    void on(OAuthAppRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void on(OAuthAppLogoSet event) {
        logo = event.logo();
    }

    @EventSourcingHandler
    void on(OAuthAppRedirectUrisChanged event) {
        redirectUris = event.redirectUris();
    }

    @EventSourcingHandler
    void on(OAuthAppScopesChanged event) {
        scopes = event.scopes();
    }

    @EventSourcingHandler
    void on(OAuthAppSecretRotated event) {
        secrets =
                Objects.requireNonNull(secrets)
                        .rotated(
                                event.secret().digest(),
                                event.generation() - 1,
                                event.previousValidUntil());
    }

    @EventSourcingHandler
    void on(OAuthAppDeleted event) {
        deleted = true;
    }

    private static OAuthAppRegistered registrationOf(RegisterOAuthApp command, HubId hub) {
        return new OAuthAppRegistered(
                command.app(),
                command.workspace(),
                hub,
                command.name(),
                command.redirectUris(),
                command.logo(),
                command.scopes(),
                command.type(),
                command.secret());
    }

    private static HubProfile profile(HubId hub, HubProfiles hubs) {
        return existing(hubs.current(hub), HUB_UNKNOWN, "hub", hub);
    }

    /** To the millisecond, as verdicts see time. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
