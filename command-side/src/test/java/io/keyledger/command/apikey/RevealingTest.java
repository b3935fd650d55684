package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.KEY_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.KEY_REVOKED;
import static io.keyledger.api.rejection.RejectionReason.SECRETS_SHOWN_ONCE;
import static io.keyledger.api.rejection.RejectionReason.SECRET_NOT_KEPT;
import static io.keyledger.api.rejection.RejectionReason.SECRET_NOT_LIVE;
import static io.keyledger.command.apikey.ApiKeyAggregate.EXPIRED;
import static io.keyledger.command.apikey.ApiKeyAggregate.REVOKED;
import static io.keyledger.command.apikey.ApiKeyAggregate.rotated;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;

import io.keyledger.api.apikey.ApiKeyCommand.RevealApiKeySecrets;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevealed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.command.examples.ExampleHub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevealingTest {

    private static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    private final ApiKeyAggregate key = new ApiKeyAggregate();

    @BeforeEach
    void keepSecretsRecoverable() {
        key.hubs.publish(ExampleHub.RECOVERABLE);
    }

    @Test
    void isRecorded() {
        key.issuedAnd(reveal(1)).isThat(new ApiKeySecretRevealed(KEY, List.of(1)));
    }

    @Test
    void isRecordedEachTime() {
        key.after(new ApiKeySecretRevealed(KEY, List.of(1)))
                .asked(reveal(1))
                .isThat(new ApiKeySecretRevealed(KEY, List.of(1)));
    }

    @Test
    void showsBothSecretsDuringTheGrace() {
        key.after(rotated(2, IN_AN_HOUR))
                .asked(reveal(1, 2))
                .isThat(new ApiKeySecretRevealed(KEY, List.of(1, 2)));
    }

    @Test
    void cannotShowASecretWhoseGraceIsOver() {
        key.after(rotated(2, NOW)).asked(reveal(1, 2)).isNo(SECRET_NOT_LIVE, "secret", "1");
    }

    @Test
    void cannotShowARevokedSecret() {
        key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, 2))
                .asked(reveal(2))
                .isNo(SECRET_NOT_LIVE, "secret", "2");
    }

    @Test
    void cannotShowASecretThatNeverWas() {
        key.issuedAnd(reveal(7)).isNo(SECRET_NOT_LIVE, "secret", "7");
    }

    @Test
    void cannotShowWhatIsNotKept() {
        key.issuedAnd(reveal()).isNo(SECRET_NOT_KEPT);
    }

    @Test
    void cannotShowTheSecretsOfARevokedKey() {
        key.after(REVOKED).asked(reveal()).isNo(KEY_REVOKED);
    }

    @Test
    void cannotShowTheSecretsOfAnExpiredKey() {
        key.after(EXPIRED).asked(reveal(1)).isNo(KEY_EXPIRED);
    }

    @Test
    void cannotShowASecretOfAHubThatShowsItOnce() {
        key.hubs.publish(ExampleHub.PROFILE);

        key.issuedAnd(reveal(1)).isNo(SECRETS_SHOWN_ONCE);
    }

    private static RevealApiKeySecrets reveal(Integer... generations) {
        return new RevealApiKeySecrets(KEY, List.of(generations));
    }
}
