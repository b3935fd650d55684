package io.keyledger.command.grant;

import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleHub.GRANT_LIFETIME;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.REFRESH_TOKEN_IDLE;
import static io.keyledger.command.examples.ExampleHub.SHORT_GRANT_LIFETIME;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantCommand.ApproveGrant;
import io.keyledger.api.grant.GrantCommand.RedeemAuthorizationCode;
import io.keyledger.api.grant.GrantCommand.RefreshTokens;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grant of the example app, and the codes and tokens that it has one after the other. */
final class ExampleGrant {

    static final GrantId GRANT = new GrantId("grt_ExampleExampleExampl");
    static final OAuthAppId OTHER_APP = new OAuthAppId("app_" + "1".repeat(20));
    static final AccountId PERSON = new AccountId("acc_ExampleExampleExampl");
    static final List<String> SCOPES = List.of("read:members", "write:members");

    /** Of RFC 7636, appendix B. */
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    static final TokenDigest CODE = digest(1);
    static final Instant CODE_END = NOW.plusSeconds(60);
    static final Instant END = NOW.plus(GRANT_LIFETIME);
    static final Instant REFRESH_END = NOW.plus(REFRESH_TOKEN_IDLE);
    static final Instant REPEATABLE_UNTIL = NOW.plusSeconds(10);

    static final GrantApproved APPROVED = approved(CALLBACK, true, CHALLENGE, null);

    /** At a hub with short grants. */
    static final GrantApproved APPROVED_SHORTLY =
            approved(CALLBACK, true, CHALLENGE, null, CODE_END, NOW.plus(SHORT_GRANT_LIFETIME));

    static final AuthorizationCodeRedeemed REDEEMED =
            new AuthorizationCodeRedeemed(GRANT, succession(1), REFRESH_END);
    static final GrantRevoked REVOKED = new GrantRevoked(GRANT, RevocationCause.REQUESTED);
    static final ApproveGrant APPROVE = approve(SCOPES, CALLBACK, CHALLENGE);
    static final RedeemAuthorizationCode REDEEM = redeem(CALLBACK, CHALLENGE, succession(1));

    private ExampleGrant() {}

    static GrantApproved approved(
            String redirectUri,
            boolean named,
            @Nullable String challenge,
            @Nullable String boundKey) {
        return approved(redirectUri, named, challenge, boundKey, CODE_END, END);
    }

    static GrantApproved approved(
            String redirectUri,
            boolean named,
            @Nullable String challenge,
            @Nullable String boundKey,
            Instant codeExpiresAt,
            Instant endsAt) {
        return new GrantApproved(
                GRANT,
                HUB,
                APP,
                PERSON,
                WORKSPACE,
                SCOPES,
                redirectUri,
                named,
                challenge,
                boundKey,
                CODE,
                codeExpiresAt,
                endsAt);
    }

    static ApproveGrant approve(
            List<String> scopes, @Nullable String redirectUri, @Nullable String challenge) {
        return approve(APP, scopes, redirectUri, challenge, null, CODE);
    }

    static ApproveGrant approve(
            OAuthAppId app,
            List<String> scopes,
            @Nullable String redirectUri,
            @Nullable String challenge,
            @Nullable String boundKey,
            TokenDigest code) {
        return new ApproveGrant(
                GRANT, app, PERSON, WORKSPACE, scopes, redirectUri, challenge, boundKey, code);
    }

    static RedeemAuthorizationCode redeem(
            @Nullable String redirectUri, @Nullable String challenge, Succession succession) {
        return redeem(APP, CODE, redirectUri, challenge, succession);
    }

    static RedeemAuthorizationCode redeem(
            OAuthAppId app,
            TokenDigest code,
            @Nullable String redirectUri,
            @Nullable String challenge,
            Succession succession) {
        return new RedeemAuthorizationCode(
                GRANT, app, code.digest(), redirectUri, challenge, succession);
    }

    /** The exchange of the refresh token of the generation before. */
    static TokensRefreshed refreshed(int generation) {
        return new TokensRefreshed(
                GRANT, generation, succession(generation), REFRESH_END, REPEATABLE_UNTIL);
    }

    /** Asks for the tokens of a generation, with the refresh token of the one before. */
    static RefreshTokens refreshTo(int generation) {
        return refresh(generation - 1, succession(generation));
    }

    /** Presents the refresh token of a generation. */
    static RefreshTokens refresh(int generation, Succession succession) {
        return refresh(APP, refreshToken(generation), generation, succession);
    }

    static RefreshTokens refresh(
            OAuthAppId app, TokenDigest presented, int generation, Succession succession) {
        return new RefreshTokens(GRANT, app, presented.digest(), generation, succession);
    }

    static Succession succession(int generation) {
        return succession(generation, accessToken(generation));
    }

    static Succession succession(int generation, AccessTokenRecord accessToken) {
        return new Succession("salt" + generation, accessToken, refreshToken(generation));
    }

    static AccessTokenRecord accessToken(int generation) {
        return accessToken(generation, SCOPES, ACCESS_TOKEN_LIFETIME, null);
    }

    static AccessTokenRecord boundTo(@Nullable String key, int generation) {
        return accessToken(generation, SCOPES, ACCESS_TOKEN_LIFETIME, key);
    }

    static AccessTokenRecord accessToken(
            int generation, List<String> scopes, Duration lifetime, @Nullable String boundKey) {
        return accessToken(generation, scopes, NOW, lifetime, boundKey);
    }

    static AccessTokenRecord accessToken(
            int generation,
            List<String> scopes,
            Instant issuedAt,
            Duration lifetime,
            @Nullable String boundKey) {
        return new AccessTokenRecord(
                digest(1_000 + generation),
                "jti" + generation,
                scopes,
                issuedAt,
                issuedAt.plus(lifetime),
                boundKey);
    }

    static TokenDigest refreshToken(int generation) {
        return digest(2_000 + generation);
    }

    static TokenDigest digest(long number) {
        return new TokenDigest(new Digest(number, 2, 3, 4), "pepper-1");
    }
}
