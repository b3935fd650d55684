package io.keyledger.query.samples;

import static io.keyledger.query.samples.SampleLedger.HUB;
import static io.keyledger.query.samples.SampleLedger.START;
import static io.keyledger.query.samples.SampleLedger.WORKSPACE;

import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;

/** Events of an app, a person and what they grant, as the ledger delivers them. */
public final class SampleOAuth {

    public static final OAuthAppId APP = new OAuthAppId("app_" + "p".repeat(20));
    public static final AccountId ACCOUNT = new AccountId("acc_" + "m".repeat(20));
    public static final GrantId GRANT = new GrantId("grt_" + "g".repeat(20));
    public static final WorkspaceId OTHER = new WorkspaceId("ws_" + "b".repeat(20));
    public static final String LOGO = "data:image/png;base64,iVBORw0KGgo=";
    public static final ExternalIdentity IDENTITY =
            new ExternalIdentity("https://id.example.com", "4711");
    public static final Instant CODE_END = START.plusSeconds(60);
    public static final Instant TOKEN_END = START.plusSeconds(3_600);
    public static final Instant REFRESH_END = START.plusSeconds(86_400);
    public static final Instant LATER_REFRESH_END = START.plusSeconds(90_000);
    public static final Instant GRANT_END = START.plusSeconds(1_000_000);

    private static final String CALLBACK = "https://app.example.com/callback";

    private SampleOAuth() {}

    public static List<Object> app() {
        return List.of(
                new OAuthAppRegistered(
                        APP,
                        WORKSPACE,
                        HUB,
                        "Zapier",
                        List.of(CALLBACK),
                        null,
                        List.of("read:members"),
                        ClientType.CONFIDENTIAL,
                        secret(1)),
                new OAuthAppRenamed(APP, "Zapier", "Make"),
                new OAuthAppLogoSet(APP, LOGO),
                new OAuthAppRedirectUrisChanged(
                        APP, List.of(CALLBACK), List.of(CALLBACK, "http://127.0.0.1/callback")),
                new OAuthAppScopesChanged(
                        APP, List.of("read:members"), List.of("read:members", "read:projects")),
                new OAuthAppSecretRotated(APP, 2, secret(2), REFRESH_END),
                new OAuthAppDeleted(APP));
    }

    public static List<Object> account() {
        return List.of(
                new AccountRegistered(ACCOUNT, HUB, "mia@example.com", "Mia", null),
                new AccountRenamed(ACCOUNT, "Mia", "Mia M."),
                new AccountIdentityLinked(ACCOUNT, null, IDENTITY),
                new AccountPasswordSet(ACCOUNT),
                new WorkspaceJoined(ACCOUNT, WORKSPACE, null, MemberRole.MEMBER),
                new WorkspaceJoined(ACCOUNT, WORKSPACE, MemberRole.MEMBER, MemberRole.AUDITOR),
                new WorkspaceJoined(ACCOUNT, OTHER, null, MemberRole.ADMIN),
                new WorkspaceLeft(ACCOUNT, WORKSPACE, MemberRole.AUDITOR),
                new AccountClosed(ACCOUNT));
    }

    public static List<Object> grant() {
        return List.of(
                approved(GRANT, WORKSPACE),
                new AuthorizationCodeRedeemed(GRANT, succession(1), REFRESH_END),
                new TokensRefreshed(GRANT, 2, succession(2), LATER_REFRESH_END, REFRESH_END),
                new AccessTokenRevoked(GRANT, 2),
                new GrantRevoked(GRANT, RevocationCause.REFRESH_TOKEN_REUSED));
    }

    public static GrantApproved approved(GrantId grant, WorkspaceId workspace) {
        return new GrantApproved(
                grant,
                HUB,
                APP,
                ACCOUNT,
                workspace,
                List.of("read:members"),
                CALLBACK,
                true,
                "c".repeat(43),
                null,
                digest(10),
                CODE_END,
                GRANT_END);
    }

    /** An app acts for itself. */
    public static ClientCredentialsGranted ownToken() {
        return new ClientCredentialsGranted(GRANT, HUB, APP, WORKSPACE, token(1));
    }

    /** A public app has no secret. */
    public static OAuthAppRegistered publicApp() {
        return new OAuthAppRegistered(
                APP,
                WORKSPACE,
                HUB,
                "Phone",
                List.of("http://127.0.0.1/callback"),
                LOGO,
                List.of("read:members"),
                ClientType.PUBLIC,
                null);
    }

    private static Succession succession(int generation) {
        return new Succession("salt", token(generation), digest(20 + generation));
    }

    private static AccessTokenRecord token(int generation) {
        return new AccessTokenRecord(
                digest(generation),
                "token-" + generation,
                List.of("read:members"),
                START,
                TOKEN_END,
                null);
    }

    private static TokenDigest digest(int number) {
        return new TokenDigest(new Digest(number, 6, 7, 8), "p1");
    }

    private static SecretRecord secret(int generation) {
        return new SecretRecord(new Digest(generation, 9, 9, 9), "p1", "hbn_cs_…000" + generation);
    }
}
