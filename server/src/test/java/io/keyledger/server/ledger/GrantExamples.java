package io.keyledger.server.ledger;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantCommand.ApproveGrant;
import io.keyledger.api.grant.GrantCommand.RedeemAuthorizationCode;
import io.keyledger.api.grant.GrantCommand.RefreshTokens;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.token.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Grants of the known app, and what is exchanged for what. */
final class GrantExamples {

    static final TokenDigest CODE = digest(1, 0);
    private static final List<String> SCOPES = List.of("members:read");
    private static final String CALLBACK = "https://client.example.com/cb";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private GrantExamples() {}

    /** A grant of its own for each number. */
    static GrantId grant(int number) {
        return new GrantId("grt_%020d".formatted(number));
    }

    static ApproveGrant approve(GrantId grant) {
        return new ApproveGrant(
                grant,
                OAuthEventExamples.APP,
                OAuthEventExamples.ACCOUNT,
                EventExamples.WORKSPACE,
                SCOPES,
                CALLBACK,
                CHALLENGE,
                null,
                CODE);
    }

    /**
     * Exchanges the code.
     *
     * @param salt of this attempt; what is made under another one is different
     */
    static RedeemAuthorizationCode redeem(GrantId grant, int salt) {
        return new RedeemAuthorizationCode(
                grant,
                OAuthEventExamples.APP,
                CODE.digest(),
                CALLBACK,
                CHALLENGE,
                succession(1, salt));
    }

    /** Exchanges the refresh token of a generation, that was made under salt 0. */
    static RefreshTokens refresh(GrantId grant, int generation, int salt) {
        return new RefreshTokens(
                grant,
                OAuthEventExamples.APP,
                digest(2, generation * 1_000L).digest(),
                generation,
                succession(generation + 1, salt));
    }

    private static Succession succession(int generation, int salt) {
        long number = generation * 1_000L + salt;
        return new Succession("salt" + salt, accessToken(number), digest(2, number));
    }

    private static AccessTokenRecord accessToken(long number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new AccessTokenRecord(
                digest(3, number),
                "jti" + number,
                SCOPES,
                now,
                now.plus(Duration.ofMinutes(15)),
                null);
    }

    private static TokenDigest digest(long kind, long number) {
        return new TokenDigest(new Digest(kind, number, 0, 0), "pepper-1");
    }
}
