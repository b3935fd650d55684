package io.keyledger.server.oauth;

import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantCommand.ApproveGrant;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.MintedToken;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.query.verification.Verifier;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;
import io.keyledger.verdict.VerificationRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A running process with apps, people and approvals, and what can be asked of it. */
final class OAuthWorld {

    static final String NEXTORIA = "nextoria";
    static final String HUBNITY = "hubnity";

    private static final Map<String, String> PLAN =
            Map.of(NEXTORIA, "scale", HUBNITY, "enterprise", "onboardinghub", "growth");
    private static final Map<String, List<String>> SCOPES =
            Map.of(
                    NEXTORIA,
                    List.of("projects:read", "tasks:read", "tasks:write"),
                    HUBNITY,
                    List.of("read:members", "read:projects"),
                    "onboardinghub",
                    List.of("contacts:read", "contacts:write"));

    private final ConfigurableApplicationContext context;
    private final MovableClock clock;
    private final SecretMint secrets;
    private final IdentifierMint identifiers;

    OAuthWorld(ConfigurableApplicationContext context, MovableClock clock) {
        this.context = context;
        this.clock = clock;
        this.secrets = bean(SecretMint.class);
        this.identifiers = bean(IdentifierMint.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    MovableClock clock() {
        return clock;
    }

    /** The control plane, as the process itself says where it is. */
    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** The hub's endpoints, as one app asks them. */
    AppSide as(App app) {
        return new AppSide(this, app);
    }

    CommandResult send(Object command) {
        return bean(Commands.class).send(command, Origin.system("test", "test", "a test"));
    }

    WorkspaceId workspace(String hub) {
        WorkspaceId workspace = identifiers.workspaceId();
        send(
                new RegisterWorkspace(
                        workspace, new HubId(hub), "Acme", PLAN.getOrDefault(hub, "paid"), null));
        return workspace;
    }

    App confidential(String hub) {
        return app(hub, workspace(hub), secrets.clientSecret(prefix(hub)));
    }

    App publicApp(String hub) {
        return app(hub, workspace(hub), null);
    }

    private App app(String hub, WorkspaceId workspace, @Nullable MintedSecret secret) {
        OAuthAppId id = identifiers.oauthAppId();
        send(
                new RegisterOAuthApp(
                        id,
                        workspace,
                        "Planner",
                        List.of(App.REDIRECT_URI),
                        null,
                        scopes(hub),
                        secret == null ? ClientType.PUBLIC : ClientType.CONFIDENTIAL,
                        secret == null ? null : secret.record()));
        return new App(hub, id, workspace, secret == null ? null : secret.plaintext());
    }

    /** What the apps of a hub may ask for. */
    List<String> scopes(String hub) {
        return SCOPES.getOrDefault(hub, List.of("see"));
    }

    /** A person who belongs to the workspace. */
    AccountId member(String hub, WorkspaceId workspace) {
        AccountId account = identifiers.accountId();
        String email = account.value().toLowerCase(Locale.ROOT) + "@example.com";
        send(new RegisterAccount(account, new HubId(hub), email, "Ada", null));
        send(new JoinWorkspace(account, workspace, MemberRole.MEMBER));
        return account;
    }

    /** A new person approves everything that the app may ask for. */
    Approval approved(App app) {
        return approved(app, Pkce.random(), null);
    }

    /**
     * As above.
     *
     * @param verifier null for a code without a challenge
     * @param boundKey the DPoP key that the code is bound to; null for none
     */
    Approval approved(App app, @Nullable String verifier, @Nullable String boundKey) {
        GrantId grant = identifiers.grantId();
        AccountId account = member(app.hub(), app.workspace());
        MintedToken code = secrets.authorizationCode(prefix(app.hub()));
        send(
                new ApproveGrant(
                        grant,
                        app.id(),
                        account,
                        app.workspace(),
                        scopes(app.hub()),
                        App.REDIRECT_URI,
                        verifier == null ? null : Pkce.challenge(verifier),
                        boundKey,
                        code.digest()));
        return new Approval(grant, account, code.plaintext(), verifier == null ? "" : verifier);
    }

    /** The verdict's code about a credential. */
    String verdict(String hub, String credential) {
        return verdict(hub, credential, null);
    }

    /**
     * As above.
     *
     * @param provenKey the thumbprint of the key that comes with it; null for none
     */
    String verdict(String hub, String credential, @Nullable String provenKey) {
        VerificationRequest question =
                new VerificationRequest(hub, null, null, List.of(), 0, null, provenKey);
        return bean(Verifier.class)
                .verify(credential, question)
                .toCompletableFuture()
                .join()
                .code()
                .name();
    }

    private String prefix(String hub) {
        return bean(HubDirectory.class).current(new HubId(hub)).orElseThrow().keys().prefix();
    }
}
