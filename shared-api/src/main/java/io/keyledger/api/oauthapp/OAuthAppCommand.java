package io.keyledger.api.oauthapp;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an OAuth app. No command carries a plaintext secret. */
public sealed interface OAuthAppCommand {

    /** The app that the command is for. */
    OAuthAppId app();

    /**
     * Registers an app. Registering the same app with the same values again changes nothing.
     *
     * @param workspace that the app belongs to, and that it acts in with client credentials
     * @param redirectUris where people may be sent back to; compared exactly (RFC 9700 §2.1), but
     *     for the port of a loopback address (RFC 8252 §7.3)
     * @param logo a {@code data:} URL of an image; null when it has none
     * @param scopes the most that the app may ask for
     * @param secret the first secret, generation 1; null exactly for a public app
     */
    record RegisterOAuthApp(
            OAuthAppId app,
            WorkspaceId workspace,
            String name,
            List<String> redirectUris,
            @Nullable String logo,
            List<String> scopes,
            ClientType type,
            @Nullable SecretRecord secret)
            implements OAuthAppCommand {

        public RegisterOAuthApp {
            redirectUris = List.copyOf(redirectUris);
            scopes = List.copyOf(scopes);
            if (type == ClientType.CONFIDENTIAL && secret == null) {
                throw new IllegalArgumentException("a confidential app needs a secret");
            }
        }
    }

    /** A change of what an app is, apart from its secrets. */
    sealed interface OAuthAppChange extends OAuthAppCommand {}

    /**
     * Makes several changes, in their order: all of them, or none.
     *
     * @param changes of this app; at least one
     */
    record ChangeOAuthApp(OAuthAppId app, List<OAuthAppChange> changes) implements OAuthAppCommand {

        public ChangeOAuthApp {
            changes = List.copyOf(changes);
            if (changes.isEmpty() || changes.stream().anyMatch(it -> !it.app().equals(app))) {
                throw new IllegalArgumentException("needs changes of one app");
            }
        }
    }

    record RenameOAuthApp(OAuthAppId app, String name) implements OAuthAppChange {}

    /** Sets or, with null, removes the logo: a {@code data:} URL of an image. */
    record SetOAuthAppLogo(OAuthAppId app, @Nullable String logo) implements OAuthAppChange {}

    /** Codes that are outstanding for an address that is gone can no longer be redeemed. */
    record ChangeOAuthAppRedirectUris(OAuthAppId app, List<String> redirectUris)
            implements OAuthAppChange {

        public ChangeOAuthAppRedirectUris {
            redirectUris = List.copyOf(redirectUris);
        }
    }

    /** What the app loses, its tokens lose at once. What it gains, people have to grant first. */
    record ChangeOAuthAppScopes(OAuthAppId app, List<String> scopes) implements OAuthAppChange {

        public ChangeOAuthAppScopes {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Gives a confidential app a new secret. The old one lives on for the grace period. Rotating to
     * the secret that the app already has changes nothing.
     *
     * @param grace how long the old secret lives on; null for the hub's own grace, zero to end it
     *     at once, and with it the one before when that is still in grace
     */
    record RotateOAuthAppSecret(OAuthAppId app, SecretRecord secret, @Nullable Duration grace)
            implements OAuthAppCommand {}

    /** Deletes the app for good; every grant and token of it dies. */
    record DeleteOAuthApp(OAuthAppId app) implements OAuthAppCommand {}
}
