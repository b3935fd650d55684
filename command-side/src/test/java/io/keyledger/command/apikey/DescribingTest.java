package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.ADDRESS_BLOCKS_TOO_MANY;
import static io.keyledger.api.rejection.RejectionReason.ADDRESS_BLOCK_INVALID;
import static io.keyledger.api.rejection.RejectionReason.EXPIRY_PAST;
import static io.keyledger.api.rejection.RejectionReason.EXPIRY_TOO_FAR;
import static io.keyledger.api.rejection.RejectionReason.KEY_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.KEY_REVOKED;
import static io.keyledger.api.rejection.RejectionReason.METADATA_INVALID;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_REPEATED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_UNKNOWN;
import static io.keyledger.command.apikey.ApiKeyAggregate.EXPIRED;
import static io.keyledger.command.apikey.ApiKeyAggregate.ISSUED;
import static io.keyledger.command.apikey.ApiKeyAggregate.REVOKED;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PREFIX;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;

import io.keyledger.api.apikey.ApiKeyCommand;
import io.keyledger.api.apikey.ApiKeyCommand.ChangeApiKeyScopes;
import io.keyledger.api.apikey.ApiKeyCommand.RenameApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.ReplaceApiKeyMetadata;
import io.keyledger.api.apikey.ApiKeyCommand.RestrictApiKeyAddresses;
import io.keyledger.api.apikey.ApiKeyCommand.SetApiKeyExpiry;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyMetadataReplaced;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.command.examples.ExampleHub;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribingTest {

    private final ApiKeyAggregate key = new ApiKeyAggregate();

    static List<ApiKeyCommand> changes() {
        return List.of(
                new RenameApiKey(KEY, "Exporter"),
                new ChangeApiKeyScopes(KEY, List.of("read:members")),
                new RestrictApiKeyAddresses(KEY, List.of()),
                new ReplaceApiKeyMetadata(KEY, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRevokedKeyCannotBeChanged(ApiKeyCommand change) {
        key.after(REVOKED).asked(change).isNo(KEY_REVOKED);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anExpiredKeyCannotBeChanged(ApiKeyCommand change) {
        key.after(EXPIRED).asked(change).isNo(KEY_EXPIRED);
    }

    @Test
    void aKeyIsExpiredFromTheVeryMillisecondOfItsExpiry() {
        Instant expiresAt = NOW.plusSeconds(60);
        var history = key.after(new ApiKeyExpirySet(KEY, null, expiresAt));
        key.clock.setTo(expiresAt);
        history.asked(new RenameApiKey(KEY, "Exporter")).isNo(KEY_EXPIRED);
    }

    @Test
    void aKeyIsAliveInTheMillisecondBeforeItsExpiry() {
        Instant expiresAt = NOW.plusSeconds(60);
        var history = key.after(new ApiKeyExpirySet(KEY, null, expiresAt));
        key.clock.setTo(expiresAt.minusNanos(1));
        history.asked(new RenameApiKey(KEY, "Exporter"))
                .isThat(new ApiKeyRenamed(KEY, "Importer", "Exporter"));
    }

    @Nested
    class Renaming {

        @Test
        void givesTheNewName() {
            key.issuedAnd(new RenameApiKey(KEY, "Exporter"))
                    .isThat(new ApiKeyRenamed(KEY, "Importer", "Exporter"));
        }

        @Test
        void toTheSameNameChangesNothing() {
            key.issuedAnd(new RenameApiKey(KEY, "Importer")).isThatNothingChanged();
        }

        @Test
        void toANameOfTwoLinesIsRefused() {
            key.issuedAnd(new RenameApiKey(KEY, "Importer\r\nX-Admin: yes"))
                    .isNo(NAME_INVALID, "name", "Importer\uFFFD\uFFFDX-Admin: yes");
        }
    }

    @Nested
    class ChangingScopes {

        @Test
        void grantsTheNewScopesInsteadOfTheOld() {
            key.issuedAnd(new ChangeApiKeyScopes(KEY, List.of("read:projects")))
                    .isThat(
                            new ApiKeyScopesChanged(
                                    KEY, ISSUED.scopes(), List.of("read:projects")));
        }

        @Test
        void toTheSameScopesInAnotherOrderChangesNothing() {
            key.issuedAnd(new ChangeApiKeyScopes(KEY, List.of("write:members", "read:members")))
                    .isThatNothingChanged();
        }

        @Test
        void toNoScopeIsRefused() {
            key.issuedAnd(new ChangeApiKeyScopes(KEY, List.of())).isNo(SCOPE_MISSING, "scopes");
        }

        @Test
        void toAScopeThatTheHubDoesNotHaveIsRefused() {
            key.issuedAnd(new ChangeApiKeyScopes(KEY, List.of("read:members", "admin:*")))
                    .isNo(SCOPE_UNKNOWN, "scopes", "admin:*");
        }

        @Test
        void toAScopeThatTheHubHasNoLongerIsRefused() {
            key.hubs.publish(ExampleHub.profile(HUB, PREFIX, "read:members"));
            key.issuedAnd(new ChangeApiKeyScopes(KEY, List.of("read:projects")))
                    .isNo(SCOPE_UNKNOWN, "scopes", "read:projects");
        }

        @Test
        void toTheSameScopeTwiceIsRefused() {
            key.issuedAnd(new ChangeApiKeyScopes(KEY, Collections.nCopies(10_000, "read:members")))
                    .isNo(SCOPE_REPEATED, "scopes", "read:members");
        }
    }

    @Nested
    class SettingTheExpiry {

        private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

        @Test
        void endsTheKeyThen() {
            key.issuedAnd(new SetApiKeyExpiry(KEY, TOMORROW))
                    .isThat(new ApiKeyExpirySet(KEY, null, TOMORROW));
        }

        @Test
        void toTheSameMillisecondChangesNothing() {
            key.after(new ApiKeyExpirySet(KEY, null, TOMORROW))
                    .asked(new SetApiKeyExpiry(KEY, TOMORROW.plusNanos(999_999)))
                    .isThatNothingChanged();
        }

        @Test
        void canTakeTheEndAway() {
            key.after(new ApiKeyExpirySet(KEY, null, TOMORROW))
                    .asked(new SetApiKeyExpiry(KEY, null))
                    .isThat(new ApiKeyExpirySet(KEY, TOMORROW, null));
        }

        @Test
        void bringsAnExpiredKeyBack() {
            key.after(EXPIRED)
                    .asked(new SetApiKeyExpiry(KEY, TOMORROW))
                    .isThat(new ApiKeyExpirySet(KEY, EXPIRED.expiresAt(), TOMORROW));
        }

        @Test
        void cannotBringARevokedKeyBack() {
            key.after(REVOKED).asked(new SetApiKeyExpiry(KEY, TOMORROW)).isNo(KEY_REVOKED);
        }

        @Test
        void toAMomentThatIsOverIsRefused() {
            key.issuedAnd(new SetApiKeyExpiry(KEY, NOW.minusSeconds(1)))
                    .isNo(EXPIRY_PAST, "expiresAt", "2026-11-22T11:59:59Z");
        }

        @Test
        void toTheMillisecondThatIsNowIsRefused() {
            key.issuedAnd(new SetApiKeyExpiry(KEY, NOW.plusNanos(999_999)))
                    .isNo(EXPIRY_PAST, "expiresAt", "2026-11-22T12:00:00Z");
        }

        @Test
        void toAHundredYearsFromNowIsAllowed() {
            Instant then = Instant.parse("2126-11-22T12:00:00Z");
            key.issuedAnd(new SetApiKeyExpiry(KEY, then))
                    .isThat(new ApiKeyExpirySet(KEY, null, then));
        }

        @Test
        void toMoreThanAHundredYearsFromNowIsRefused() {
            key.issuedAnd(new SetApiKeyExpiry(KEY, Instant.parse("2126-11-22T12:00:00.001Z")))
                    .isNo(EXPIRY_TOO_FAR, "expiresAt", "2126-11-22T12:00:00.001Z");
        }

        @Test
        void toTheEndOfTimeIsRefused() {
            key.issuedAnd(new SetApiKeyExpiry(KEY, Instant.MAX))
                    .isNo(EXPIRY_TOO_FAR, "expiresAt", "+1000000000-12-31T23:59:59.999Z");
        }
    }

    @Nested
    class RestrictingAddresses {

        @Test
        void limitsTheKeyToTheBlocks() {
            List<String> blocks = List.of("198.51.100.0/24", "2001:db8::/32");
            key.issuedAnd(new RestrictApiKeyAddresses(KEY, blocks))
                    .isThat(new ApiKeyAddressesRestricted(KEY, ISSUED.allowedCidrs(), blocks));
        }

        @Test
        void toNoBlockLiftsTheLimit() {
            key.issuedAnd(new RestrictApiKeyAddresses(KEY, List.of()))
                    .isThat(new ApiKeyAddressesRestricted(KEY, ISSUED.allowedCidrs(), List.of()));
        }

        @Test
        void toTheSameBlocksChangesNothing() {
            key.issuedAnd(
                            new RestrictApiKeyAddresses(
                                    KEY, List.of("203.0.113.0/24", "203.0.113.0/24")))
                    .isThatNothingChanged();
        }

        @Test
        void toWhatIsNoBlockIsRefused() {
            key.issuedAnd(new RestrictApiKeyAddresses(KEY, List.of("203.0.113.0/33")))
                    .isNo(ADDRESS_BLOCK_INVALID, "allowedCidrs", "203.0.113.0/33");
        }

        @Test
        void toAHundredBlocksIsAllowed() {
            List<String> blocks = Collections.nCopies(100, "10.0.0.0/8");
            key.issuedAnd(new RestrictApiKeyAddresses(KEY, blocks))
                    .isThat(new ApiKeyAddressesRestricted(KEY, ISSUED.allowedCidrs(), blocks));
        }

        @Test
        void toMoreThanAHundredBlocksIsRefused() {
            key.issuedAnd(new RestrictApiKeyAddresses(KEY, Collections.nCopies(101, "10.0.0.0/8")))
                    .isNo(ADDRESS_BLOCKS_TOO_MANY, "allowedCidrs", "101");
        }
    }

    @Nested
    class ReplacingMetadata {

        @Test
        void keepsTheNewEntriesOnly() {
            key.issuedAnd(new ReplaceApiKeyMetadata(KEY, Map.of("owner", "ada")))
                    .isThat(
                            new ApiKeyMetadataReplaced(
                                    KEY, ISSUED.metadata(), Map.of("owner", "ada")));
        }

        @Test
        void byTheSameEntriesChangesNothing() {
            key.issuedAnd(new ReplaceApiKeyMetadata(KEY, Map.of("team", "red")))
                    .isThatNothingChanged();
        }

        @Test
        void byAnOverlongValueIsRefused() {
            key.issuedAnd(new ReplaceApiKeyMetadata(KEY, Map.of("team", "x".repeat(501))))
                    .isNo(METADATA_INVALID, "metadata", "team");
        }
    }
}
