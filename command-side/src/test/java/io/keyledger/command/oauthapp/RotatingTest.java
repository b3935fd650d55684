package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.APP_IS_PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.GRACE_NEGATIVE;
import static io.keyledger.api.rejection.RejectionReason.GRACE_TOO_LONG;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.ROTATION_IN_GRACE;
import static io.keyledger.api.rejection.RejectionReason.SECRET_REUSED;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleHub.GRACE;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.LONGEST_GRACE;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.secret;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.DELETED;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.rotated;

import io.keyledger.api.oauthapp.OAuthAppCommand.RotateOAuthAppSecret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checklist CA-07: an app's secret is replaced with overlap, and the old one ends on time. */
class RotatingTest {

    private static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    private final OAuthAppAggregate app = new OAuthAppAggregate();

    @Test
    void keepsTheOldSecretForTheHubsGrace() {
        app.registeredAnd(rotate(2, null)).isThat(rotated(2, NOW.plus(GRACE)));
    }

    @Test
    void keepsTheOldSecretForTheGraceThatWasAskedFor() {
        app.registeredAnd(rotate(2, LONGEST_GRACE)).isThat(rotated(2, NOW.plus(LONGEST_GRACE)));
    }

    @Test
    void withoutGraceEndsTheOldSecretAtOnce() {
        app.registeredAnd(rotate(2, Duration.ZERO)).isThat(rotated(2, NOW));
    }

    @Test
    void countsTheGraceInWholeMilliseconds() {
        app.clock.setTo(NOW.plusNanos(999_999));
        app.registeredAnd(rotate(2, Duration.ZERO)).isThat(rotated(2, NOW));
    }

    @Test
    void toTheCurrentSecretIsARetryAndChangesNothing() {
        app.after(rotated(2, IN_AN_HOUR)).asked(rotate(2, null)).isThatNothingChanged();
    }

    @Test
    void isPossibleAgainOnceTheGraceIsOver() {
        app.after(rotated(2, NOW)).asked(rotate(3, null)).isThat(rotated(3, NOW.plus(GRACE)));
    }

    @Test
    void duringTheGraceIsRefused() {
        app.after(rotated(2, NOW.plusMillis(1))).asked(rotate(3, null)).isNo(ROTATION_IN_GRACE);
    }

    @Test
    void duringTheGraceWithALittleGraceIsRefused() {
        app.after(rotated(2, IN_AN_HOUR))
                .asked(rotate(3, Duration.ofMillis(1)))
                .isNo(ROTATION_IN_GRACE);
    }

    /** A leaked secret never has to be waited out, also not one that came by a rotation. */
    @Test
    void duringTheGraceWithoutGraceEndsEveryOlderSecret() {
        app.after(rotated(2, IN_AN_HOUR)).asked(rotate(3, Duration.ZERO)).isThat(rotated(3, NOW));
    }

    @Test
    void isPossibleAtOnceWhenEveryOlderSecretHasEnded() {
        app.after(rotated(2, IN_AN_HOUR), rotated(3, NOW))
                .asked(rotate(4, null))
                .isThat(rotated(4, NOW.plus(GRACE)));
    }

    @Test
    void withNegativeGraceIsRefused() {
        app.registeredAnd(rotate(2, Duration.ofSeconds(-1)))
                .isNo(GRACE_NEGATIVE, "gracePeriod", "PT-1S");
    }

    @Test
    void withMoreGraceThanTheHubAllowsIsRefused() {
        app.registeredAnd(rotate(2, LONGEST_GRACE.plusMillis(1)))
                .isNo(GRACE_TOO_LONG, "gracePeriod", "PT168H0.001S");
    }

    @Test
    void toASecretThatTheAppOnceHadIsRefused() {
        app.after(rotated(2, NOW), rotated(3, NOW)).asked(rotate(1, null)).isNo(SECRET_REUSED);
    }

    @Test
    void aPublicAppIsRefused() {
        app.publicAnd(rotate(1, null)).isNo(APP_IS_PUBLIC);
    }

    @Test
    void aDeletedAppIsRefused() {
        app.after(DELETED).asked(rotate(2, null)).isNo(APP_DELETED);
    }

    @Test
    void inAHubWithoutAProfileIsRefused() {
        app.hubs.withdraw(HUB);
        app.registeredAnd(rotate(2, null)).isNo(HUB_UNKNOWN, "hub", HUB.value());
    }

    private static RotateOAuthAppSecret rotate(int generation, @Nullable Duration grace) {
        return new RotateOAuthAppSecret(APP, secret(generation), grace);
    }
}
