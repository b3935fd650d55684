package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.GRACE_NEGATIVE;
import static io.keyledger.api.rejection.RejectionReason.GRACE_TOO_LONG;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.KEY_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.KEY_REVOKED;
import static io.keyledger.api.rejection.RejectionReason.ROTATION_IN_GRACE;
import static io.keyledger.api.rejection.RejectionReason.SECRET_REUSED;
import static io.keyledger.command.apikey.ApiKeyAggregate.EXPIRED;
import static io.keyledger.command.apikey.ApiKeyAggregate.REVOKED;
import static io.keyledger.command.apikey.ApiKeyAggregate.rotated;
import static io.keyledger.command.examples.ExampleHub.GRACE;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.LONGEST_GRACE;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.secret;

import io.keyledger.api.apikey.ApiKeyCommand.RotateApiKey;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotatingTest {

    private static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    private final ApiKeyAggregate key = new ApiKeyAggregate();

    @Test
    void keepsTheOldSecretForTheHubsGrace() {
        key.issuedAnd(rotate(2, null)).isThat(rotated(2, NOW.plus(GRACE)));
    }

    @Test
    void keepsTheOldSecretForTheGraceThatWasAskedFor() {
        key.issuedAnd(rotate(2, LONGEST_GRACE)).isThat(rotated(2, NOW.plus(LONGEST_GRACE)));
    }

    @Test
    void withoutGraceEndsTheOldSecretAtOnce() {
        key.issuedAnd(rotate(2, Duration.ZERO)).isThat(rotated(2, NOW));
    }

    @Test
    void countsTheGraceInWholeMilliseconds() {
        key.clock.setTo(NOW.plusNanos(999_999));
        key.issuedAnd(rotate(2, Duration.ZERO)).isThat(rotated(2, NOW));
    }

    @Test
    void doesNotLetTheOldSecretOutliveTheKey() {
        key.after(new ApiKeyExpirySet(KEY, null, IN_AN_HOUR))
                .asked(rotate(2, null))
                .isThat(rotated(2, IN_AN_HOUR));
    }

    @Test
    void toTheCurrentSecretIsARetryAndChangesNothing() {
        key.after(rotated(2, IN_AN_HOUR)).asked(rotate(2, null)).isThatNothingChanged();
    }

    @Test
    void isPossibleAgainOnceTheGraceIsOver() {
        key.after(rotated(2, NOW)).asked(rotate(3, null)).isThat(rotated(3, NOW.plus(GRACE)));
    }

    @Test
    void isPossibleAgainOnceTheOldSecretIsRevoked() {
        key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, 1))
                .asked(rotate(3, null))
                .isThat(rotated(3, NOW.plus(GRACE)));
    }

    @Test
    void isPossibleAgainOnceTheOldSecretIsRetired() {
        key.after(rotated(2, NOW), new ApiKeySecretRetired(KEY, 1))
                .asked(rotate(3, null))
                .isThat(rotated(3, NOW.plus(GRACE)));
    }

    @Test
    void duringTheGraceIsRefused() {
        key.after(rotated(2, NOW.plusMillis(1))).asked(rotate(3, null)).isNo(ROTATION_IN_GRACE);
    }

    @Test
    void withNegativeGraceIsRefused() {
        key.issuedAnd(rotate(2, Duration.ofSeconds(-1)))
                .isNo(GRACE_NEGATIVE, "gracePeriod", "PT-1S");
    }

    @Test
    void withMoreGraceThanTheHubAllowsIsRefused() {
        key.issuedAnd(rotate(2, LONGEST_GRACE.plusMillis(1)))
                .isNo(GRACE_TOO_LONG, "gracePeriod", "PT168H0.001S");
    }

    @Test
    void withGraceWithoutEndIsRefused() {
        key.issuedAnd(rotate(2, Duration.ofSeconds(Long.MAX_VALUE)))
                .isNo(GRACE_TOO_LONG, "gracePeriod", "PT2562047788015215H30M7S");
    }

    @Test
    void toASecretThatTheKeyOnceHadIsRefused() {
        key.after(rotated(2, NOW), rotated(3, NOW)).asked(rotate(1, null)).isNo(SECRET_REUSED);
    }

    @Test
    void toASecretThatWasRevokedIsRefused() {
        key.after(new ApiKeySecretRevoked(KEY, 1)).asked(rotate(1, null)).isNo(SECRET_REUSED);
    }

    @Test
    void aRevokedKeyIsRefused() {
        key.after(REVOKED).asked(rotate(2, null)).isNo(KEY_REVOKED);
    }

    @Test
    void anExpiredKeyIsRefused() {
        key.after(EXPIRED).asked(rotate(2, null)).isNo(KEY_EXPIRED);
    }

    @Test
    void inAHubWithoutAProfileIsRefused() {
        key.hubs.withdraw(HUB);
        key.issuedAnd(rotate(2, null)).isNo(HUB_UNKNOWN, "hub", HUB.value());
    }

    @Test
    void givesAKeyWhoseOnlySecretWasRevokedANewOne() {
        key.after(new ApiKeySecretRevoked(KEY, 1)).asked(rotate(2, null)).isThat(rotated(2, NOW));
    }

    @Test
    void afterTheCurrentSecretWasRevokedLeavesTheOneInGraceItsGrace() {
        key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, 2))
                .asked(rotate(3, null))
                .isThat(rotated(3, 1, IN_AN_HOUR));
    }

    @Test
    void afterTheCurrentSecretWasRevokedCanShortenTheGraceOfTheOther() {
        key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, 2))
                .asked(rotate(3, Duration.ZERO))
                .isThat(rotated(3, 1, NOW));
    }

    @Test
    void neverLeavesMoreThanTwoSecretsLive() {
        key.after(
                        rotated(2, IN_AN_HOUR),
                        new ApiKeySecretRevoked(KEY, 2),
                        rotated(3, 1, IN_AN_HOUR))
                .asked(rotate(4, null))
                .isNo(ROTATION_IN_GRACE);
    }

    private static RotateApiKey rotate(int generation, @Nullable Duration grace) {
        return new RotateApiKey(KEY, secret(generation), grace);
    }
}
