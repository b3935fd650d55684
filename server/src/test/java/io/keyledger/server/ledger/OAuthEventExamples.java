package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.EventExamples.HUB;
import static io.keyledger.server.ledger.EventExamples.WORKSPACE;
import static io.keyledger.server.ledger.EventExamples.secret;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of each kind that OAuth has: of accounts, apps and grants. */
final class OAuthEventExamples {

    static final AccountId ACCOUNT = new AccountId("acc_0123456789abcdefghij");
    static final OAuthAppId APP = new OAuthAppId("app_0123456789abcdefghij");
    static final GrantId GRANT = new GrantId("grt_0123456789abcdefghij");

    private static final ExternalIdentity IDENTITY =
            new ExternalIdentity("https://id.example.com", "248289761001");
    private static final String CALLBACK = "https://client.example.com/cb";
    private static final String LOGO =
            "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BOUND_KEY = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    private static final Instant APPROVED = Instant.parse("2026-11-22T18:20:01.123Z");
    private static final Instant REFRESHABLE_UNTIL = APPROVED.plus(Duration.ofDays(30));
    private static final Instant ENDS = Instant.parse("2027-11-22T18:20:01Z");
    private static final Instant ISSUED = Instant.parse("2026-11-22T18:20:05Z");

    private OAuthEventExamples() {}

    static List<Object> ofAccounts() {
        return List.of(
                new AccountRegistered(ACCOUNT, HUB, "ada@example.com", "Ada Åberg", IDENTITY),
                new AccountRenamed(ACCOUNT, "Ada Åberg", "Ada Øberg"),
                new AccountIdentityLinked(ACCOUNT, IDENTITY, null),
                new AccountPasswordSet(ACCOUNT),
                new WorkspaceJoined(ACCOUNT, WORKSPACE, null, MemberRole.MEMBER),
                new WorkspaceLeft(ACCOUNT, WORKSPACE, MemberRole.ADMIN),
                new AccountClosed(ACCOUNT));
    }

    static List<Object> ofApps() {
        return List.of(
                new OAuthAppRegistered(
                        APP,
                        WORKSPACE,
                        HUB,
                        "Sync",
                        List.of(CALLBACK, "http://127.0.0.1/cb"),
                        LOGO,
                        List.of("members:read", "teams:read"),
                        ClientType.CONFIDENTIAL,
                        secret(1)),
                new OAuthAppRenamed(APP, "Sync", "Sync “&” co"),
                new OAuthAppLogoSet(APP, null),
                new OAuthAppRedirectUrisChanged(
                        APP, List.of(CALLBACK, "http://127.0.0.1/cb"), List.of(CALLBACK)),
                new OAuthAppScopesChanged(
                        APP, List.of("members:read", "teams:read"), List.of("members:read")),
                new OAuthAppSecretRotated(APP, 2, secret(2), APPROVED.plus(Duration.ofDays(1))),
                new OAuthAppDeleted(APP));
    }

    static List<Object> ofGrants() {
        return List.of(
                new GrantApproved(
                        GRANT,
                        HUB,
                        APP,
                        ACCOUNT,
                        WORKSPACE,
                        List.of("members:read", "teams:read"),
                        CALLBACK,
                        true,
                        CHALLENGE,
                        BOUND_KEY,
                        token(1),
                        APPROVED.plusSeconds(60),
                        ENDS),
                new AuthorizationCodeRedeemed(GRANT, succession(2, BOUND_KEY), REFRESHABLE_UNTIL),
                new TokensRefreshed(
                        GRANT, 2, succession(4, null), REFRESHABLE_UNTIL, APPROVED.plusSeconds(10)),
                new ClientCredentialsGranted(GRANT, HUB, APP, WORKSPACE, accessToken(6, null)),
                new AccessTokenRevoked(GRANT, 2),
                new GrantRevoked(GRANT, RevocationCause.REFRESH_TOKEN_REUSED));
    }

    private static Succession succession(long seed, @Nullable String boundKey) {
        return new Succession(
                "0123456789abcdefghijAB", accessToken(seed, boundKey), token(seed + 1));
    }

    private static AccessTokenRecord accessToken(long seed, @Nullable String boundKey) {
        return new AccessTokenRecord(
                token(seed),
                "9876543210zyxwvutsrqAB",
                List.of("members:read"),
                ISSUED,
                ISSUED.plus(Duration.ofHours(1)),
                boundKey);
    }

    private static TokenDigest token(long seed) {
        return new TokenDigest(secret(seed).digest(), "pepper-1");
    }
}
