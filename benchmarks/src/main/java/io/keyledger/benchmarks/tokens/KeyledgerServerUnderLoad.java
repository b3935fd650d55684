package io.keyledger.benchmarks.tokens;

import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantCommand.ApproveGrant;
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
import io.keyledger.server.KeyledgerServer;
import io.keyledger.server.ledger.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Keyledger, whole, with many grants at a hub of opaque tokens and at one of JWTs. */
public final class KeyledgerServerUnderLoad {

    private static final String REDIRECT_URI = "https://client.example/callback";
    private static final String VERIFIER = "0123456789012345678901234567890123456789abc";
    private static final String CHALLENGE = Pkce.challenge(VERIFIER);

    private final ConfigurableApplicationContext context;
    private final SecretMint secrets;
    private final IdentifierMint identifiers;
    private final int port;
    private final int grants;

    private KeyledgerServerUnderLoad(ConfigurableApplicationContext context, int port, int grants) {
        this.context = context;
        this.secrets = context.getBean(SecretMint.class);
        this.identifiers = context.getBean(IdentifierMint.class);
        this.port = port;
        this.grants = grants;
    }

    /** Arguments: port, number of grants, file for the seed, then those of Keyledger. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        List<String> own = new ArrayList<>(List.of(arguments).subList(3, arguments.length));
        own.add("--server.port=" + port);
        own.add("--keyledger.data-plane.port=0");
        ConfigurableApplicationContext context =
                SpringApplication.run(KeyledgerServer.class, own.toArray(String[]::new));
        KeyledgerServerUnderLoad server =
                new KeyledgerServerUnderLoad(context, port, Integer.parseInt(arguments[1]));
        Seed.write(
                Path.of(arguments[2]),
                List.of(
                        server.seed("opaque", "hubnity", "hbn", "enterprise", "read:members"),
                        server.seed("jwt", "nextoria", "nxh", "scale", "tasks:read")));
    }

    private Seed seed(String format, String hub, String prefix, String plan, String scope)
            throws IOException {
        WorkspaceId workspace = identifiers.workspaceId();
        OAuthAppId app = identifiers.oauthAppId();
        MintedSecret secret = secrets.clientSecret(prefix);
        send(new RegisterWorkspace(workspace, new HubId(hub), "Acme", plan, null));
        send(
                new RegisterOAuthApp(
                        app,
                        workspace,
                        "Load",
                        List.of(REDIRECT_URI),
                        null,
                        List.of(scope),
                        ClientType.CONFIDENTIAL,
                        secret.record()));
        AccountId person = person(hub, workspace);
        String path = "/" + hub + "/v1/oauth/token";
        String credentials = "client_id=" + app + "&client_secret=" + secret.plaintext();
        Seed bare = new Seed(format, port, path, credentials, List.of());
        List<String> refreshTokens = new ArrayList<>();
        try (TokenConnection connection = new TokenConnection(bare)) {
            for (int i = 0; i < grants; i++) {
                refreshTokens.add(granted(connection, app, person, workspace, prefix, scope));
            }
        }
        return new Seed(format, port, path, credentials, refreshTokens);
    }

    private AccountId person(String hub, WorkspaceId workspace) {
        AccountId person = identifiers.accountId();
        send(new RegisterAccount(person, new HubId(hub), "ada@example.com", "Ada", null));
        send(new JoinWorkspace(person, workspace, MemberRole.MEMBER));
        return person;
    }

    private String granted(
            TokenConnection connection,
            OAuthAppId app,
            AccountId person,
            WorkspaceId workspace,
            String prefix,
            String scope)
            throws IOException {
        MintedToken code = secrets.authorizationCode(prefix);
        send(
                new ApproveGrant(
                        identifiers.grantId(),
                        app,
                        person,
                        workspace,
                        List.of(scope),
                        REDIRECT_URI,
                        CHALLENGE,
                        null,
                        code.digest()));
        return connection.refreshTokenOf(
                connection.exchange(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code.plaintext(),
                                "redirect_uri",
                                REDIRECT_URI,
                                "code_verifier",
                                VERIFIER)));
    }

    private void send(Object command) {
        context.getBean(Commands.class)
                .send(command, Origin.system("benchmark", "benchmark", "seeding"));
    }
}
