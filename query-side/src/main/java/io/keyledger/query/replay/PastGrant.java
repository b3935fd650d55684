package io.keyledger.query.replay;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.access.AddressBlocks;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A grant with its app and its person, as far as it was told. It is told in order of position. */
final class PastGrant {

    private final GrantStart start;
    private final NavigableMap<Integer, AccessTokenRecord> tokens = new TreeMap<>();
    private final Map<Integer, String> deadTokens = new HashMap<>();
    private final Set<String> workspaces = new HashSet<>();
    private Set<String> appScopes = Set.of();
    private @Nullable String appGone = "There was no such app yet.";
    private @Nullable String ended;
    private boolean begun;
    private long position;

    PastGrant(GrantStart start) {
        this.start = start;
    }

    void on(LedgerEntry entry) {
        switch (entry.event()) {
            case GrantEvent event -> on(event, entry);
            case OAuthAppEvent event -> on(event, entry.at());
            case AccountEvent event -> on(event, entry.at());
            default -> throw new IllegalArgumentException("not about a grant: " + entry);
        }
    }

    private void on(GrantEvent event, LedgerEntry entry) {
        begun = true;
        position = entry.position();
        switch (event) {
            case GrantApproved _ -> {}
            case AuthorizationCodeRedeemed it -> tokens.put(1, it.succession().accessToken());
            case TokensRefreshed it -> tokens.put(it.generation(), it.succession().accessToken());
            case ClientCredentialsGranted it -> tokens.put(1, it.accessToken());
            case AccessTokenRevoked it ->
                    deadTokens.putIfAbsent(
                            it.generation(),
                            "Access token %d was revoked at %s."
                                    .formatted(it.generation(), entry.at()));
            case GrantRevoked _ -> end("The grant was ended at " + entry.at() + ".");
        }
    }

    private void on(OAuthAppEvent event, Instant at) {
        switch (event) {
            case OAuthAppRegistered it -> {
                appScopes = Set.copyOf(it.scopes());
                appGone = null;
            }
            case OAuthAppScopesChanged it -> appScopes = Set.copyOf(it.scopes());
            case OAuthAppDeleted _ -> appGone = "The app was deleted at " + at + ".";
            case OAuthAppRenamed _,
                    OAuthAppLogoSet _,
                    OAuthAppRedirectUrisChanged _,
                    OAuthAppSecretRotated _ -> {}
        }
    }

    /** Who leaves a workspace ends what was granted there, for good. */
    private void on(AccountEvent event, Instant at) {
        switch (event) {
            case WorkspaceJoined it -> workspaces.add(it.workspace().value());
            case WorkspaceLeft it -> {
                workspaces.remove(it.workspace().value());
                if (it.workspace().value().equals(start.workspace())) {
                    end("The person left the workspace at " + at + ".");
                }
            }
            case AccountClosed _ -> {
                workspaces.clear();
                end("The person's account was closed at " + at + ".");
            }
            case AccountRegistered _,
                    AccountRenamed _,
                    AccountIdentityLinked _,
                    AccountPasswordSet _ -> {}
        }
    }

    /** What had happened before the grant does not concern it. */
    private void end(String why) {
        if (begun && ended == null) {
            ended = why;
        }
    }

    Rights rights(Instant at, Surroundings surroundings) {
        List<PastSecret> all =
                tokens.entrySet().stream().map(it -> token(it.getKey(), it.getValue())).toList();
        return new Rights(
                at,
                start.grant(),
                null,
                start.at(),
                all.isEmpty() ? live(start.scopes()) : all.getLast().credential().scopes(),
                all,
                surroundings.standing(),
                surroundings.profile(),
                position);
    }

    private PastSecret token(int generation, AccessTokenRecord token) {
        String dead = dead(generation);
        Credential credential =
                new Credential(
                        start.grant(),
                        CredentialKind.ACCESS_TOKEN,
                        start.workspace(),
                        generation,
                        live(token.scopes()),
                        token.expiresAt().toEpochMilli(),
                        dead != null,
                        AddressBlocks.ANYWHERE,
                        null,
                        new Delegation(
                                start.app(),
                                start.account(),
                                token.boundKey(),
                                token.issuedAt().toEpochMilli()),
                        position);
        return new PastSecret(credential, null, dead);
    }

    private @Nullable String dead(int generation) {
        String token = deadTokens.get(generation);
        if (token != null || ended != null || appGone != null) {
            return token != null ? token : ended != null ? ended : appGone;
        }
        boolean outside = start.account() != null && !workspaces.contains(start.workspace());
        return outside ? "The person did not belong to the workspace." : null;
    }

    /** A token is no more than its app still has. */
    private Set<String> live(List<String> scopes) {
        Set<String> live = new HashSet<>(scopes);
        live.retainAll(appScopes);
        return Set.copyOf(live);
    }
}
