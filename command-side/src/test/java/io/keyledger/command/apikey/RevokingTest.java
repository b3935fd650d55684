package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.SECRET_STILL_VALID;
import static io.keyledger.api.rejection.RejectionReason.SECRET_UNKNOWN;
import static io.keyledger.command.apikey.ApiKeyAggregate.EXPIRED;
import static io.keyledger.command.apikey.ApiKeyAggregate.REVOKED;
import static io.keyledger.command.apikey.ApiKeyAggregate.rotated;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;

import io.keyledger.api.apikey.ApiKeyCommand.RetireApiKeySecret;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKeySecret;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevokingTest {

    private static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    private final ApiKeyAggregate key = new ApiKeyAggregate();

    @Nested
    class TheKey {

        @Test
        void endsIt() {
            key.issuedAnd(new RevokeApiKey(KEY)).isThat(REVOKED);
        }

        @Test
        void twiceChangesNothing() {
            key.after(REVOKED).asked(new RevokeApiKey(KEY)).isThatNothingChanged();
        }

        @Test
        void endsAnExpiredOneToo() {
            key.after(EXPIRED).asked(new RevokeApiKey(KEY)).isThat(REVOKED);
        }

        @Test
        void endsOneInTheMiddleOfARotation() {
            key.after(rotated(2, IN_AN_HOUR)).asked(new RevokeApiKey(KEY)).isThat(REVOKED);
        }

        @Test
        void endsOneWithoutASecret() {
            key.after(new ApiKeySecretRevoked(KEY, 1)).asked(new RevokeApiKey(KEY)).isThat(REVOKED);
        }
    }

    @Nested
    class OneSecret {

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void endsThatOne(int generation) {
            key.after(rotated(2, IN_AN_HOUR))
                    .asked(new RevokeApiKeySecret(KEY, generation))
                    .isThat(new ApiKeySecretRevoked(KEY, generation));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void twiceChangesNothing(int generation) {
            key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, generation))
                    .asked(new RevokeApiKeySecret(KEY, generation))
                    .isThatNothingChanged();
        }

        @Test
        void theLastOneLeavesTheKeyUnrevoked() {
            key.issuedAnd(new RevokeApiKeySecret(KEY, 1)).isThat(new ApiKeySecretRevoked(KEY, 1));
        }

        @Test
        void bothOnesOneAfterTheOtherIsPossible() {
            key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, 2))
                    .asked(new RevokeApiKeySecret(KEY, 1))
                    .isThat(new ApiKeySecretRevoked(KEY, 1));
        }

        @Test
        void whoseGraceIsOverIsRecordedForNodesWhoseClockIsBehind() {
            key.after(rotated(2, NOW))
                    .asked(new RevokeApiKeySecret(KEY, 1))
                    .isThat(new ApiKeySecretRevoked(KEY, 1));
        }

        @Test
        void thatIsRetiredChangesNothing() {
            key.after(rotated(2, NOW), new ApiKeySecretRetired(KEY, 1))
                    .asked(new RevokeApiKeySecret(KEY, 1))
                    .isThatNothingChanged();
        }

        @Test
        void thatWasRotatedAwayTwiceChangesNothing() {
            key.after(rotated(2, NOW), rotated(3, IN_AN_HOUR))
                    .asked(new RevokeApiKeySecret(KEY, 1))
                    .isThatNothingChanged();
        }

        @Test
        void ofARevokedKeyChangesNothing() {
            key.after(REVOKED).asked(new RevokeApiKeySecret(KEY, 1)).isThatNothingChanged();
        }

        @Test
        void ofAnExpiredKeyIsPossible() {
            key.after(EXPIRED)
                    .asked(new RevokeApiKeySecret(KEY, 1))
                    .isThat(new ApiKeySecretRevoked(KEY, 1));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 2})
        void thatTheKeyNeverHadIsRefused(int generation) {
            key.issuedAnd(new RevokeApiKeySecret(KEY, generation))
                    .isNo(SECRET_UNKNOWN, "secret", String.valueOf(generation));
        }
    }

    @Nested
    class Retiring {

        @Test
        void recordsThatTheGraceIsOver() {
            key.after(rotated(2, NOW))
                    .asked(new RetireApiKeySecret(KEY, 1))
                    .isThat(new ApiKeySecretRetired(KEY, 1));
        }

        @Test
        void twiceChangesNothing() {
            key.after(rotated(2, NOW), new ApiKeySecretRetired(KEY, 1))
                    .asked(new RetireApiKeySecret(KEY, 1))
                    .isThatNothingChanged();
        }

        @Test
        void whatWasRevokedChangesNothing() {
            key.after(rotated(2, IN_AN_HOUR), new ApiKeySecretRevoked(KEY, 1))
                    .asked(new RetireApiKeySecret(KEY, 1))
                    .isThatNothingChanged();
        }

        @Test
        void whatWasRotatedAwayTwiceChangesNothing() {
            key.after(rotated(2, NOW), rotated(3, IN_AN_HOUR))
                    .asked(new RetireApiKeySecret(KEY, 1))
                    .isThatNothingChanged();
        }

        @Test
        void aSecretOfARevokedKeyChangesNothing() {
            key.after(rotated(2, IN_AN_HOUR), REVOKED)
                    .asked(new RetireApiKeySecret(KEY, 1))
                    .isThatNothingChanged();
        }

        @Test
        void duringTheGraceIsRefused() {
            key.after(rotated(2, NOW.plusMillis(1)))
                    .asked(new RetireApiKeySecret(KEY, 1))
                    .isNo(SECRET_STILL_VALID, "secret", "1");
        }

        @Test
        void theCurrentSecretIsRefused() {
            key.after(rotated(2, NOW))
                    .asked(new RetireApiKeySecret(KEY, 2))
                    .isNo(SECRET_STILL_VALID, "secret", "2");
        }

        @Test
        void whatTheKeyNeverHadIsRefused() {
            key.issuedAnd(new RetireApiKeySecret(KEY, 2)).isNo(SECRET_UNKNOWN, "secret", "2");
        }
    }
}
