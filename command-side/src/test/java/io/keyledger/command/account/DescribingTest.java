package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.ACCOUNT_CLOSED;
import static io.keyledger.api.rejection.RejectionReason.IDENTITY_INVALID;
import static io.keyledger.api.rejection.RejectionReason.IDENTITY_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.command.account.AccountAggregate.ADA;
import static io.keyledger.command.account.AccountAggregate.BOB;
import static io.keyledger.command.account.AccountAggregate.CLOSED;
import static io.keyledger.command.account.AccountAggregate.ELSEWHERE;
import static io.keyledger.command.account.AccountAggregate.IDENTITY;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.account.AccountCommand;
import io.keyledger.api.account.AccountCommand.ChangeAccount;
import io.keyledger.api.account.AccountCommand.LinkAccountIdentity;
import io.keyledger.api.account.AccountCommand.RenameAccount;
import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.ExternalIdentity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribingTest {

    private static final ExternalIdentity OTHER =
            new ExternalIdentity("https://id.example.com", "other");

    private final AccountAggregate account = new AccountAggregate();

    static List<AccountCommand> changes() {
        return List.of(
                new RenameAccount(ADA, "Ada L."),
                new LinkAccountIdentity(ADA, OTHER),
                new LinkAccountIdentity(ADA, null),
                new SetAccountPassword(ADA),
                new ChangeAccount(ADA, List.of(new RenameAccount(ADA, "Ada L."))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aClosedAccountCannotBeChanged(AccountCommand change) {
        account.after(CLOSED).asked(change).isNo(ACCOUNT_CLOSED);
    }

    @Nested
    class Renaming {

        @Test
        void givesTheNewName() {
            account.registeredAnd(new RenameAccount(ADA, "Ada L."))
                    .isThat(new AccountRenamed(ADA, "Ada", "Ada L."));
        }

        @Test
        void toTheSameNameChangesNothing() {
            account.registeredAnd(new RenameAccount(ADA, "Ada")).isThatNothingChanged();
        }

        @Test
        void toANameOfTwoLinesIsRefused() {
            account.registeredAnd(new RenameAccount(ADA, "Ada\nBob"))
                    .isNo(NAME_INVALID, "name", "Ada\uFFFDBob");
        }
    }

    @Nested
    class LinkingAnIdentity {

        @Test
        void saysWhoThePersonIsElsewhere() {
            account.registeredAnd(new LinkAccountIdentity(ADA, OTHER))
                    .isThat(new AccountIdentityLinked(ADA, IDENTITY, OTHER));
        }

        @Test
        void ofNobodyEndsTheLink() {
            account.registeredAnd(new LinkAccountIdentity(ADA, null))
                    .isThat(new AccountIdentityLinked(ADA, IDENTITY, null));
        }

        @Test
        void isPossibleAgainAfterItWasEnded() {
            account.after(new AccountIdentityLinked(ADA, IDENTITY, null))
                    .asked(new LinkAccountIdentity(ADA, OTHER))
                    .isThat(new AccountIdentityLinked(ADA, null, OTHER));
        }

        @Test
        void toTheSameIdentityChangesNothing() {
            account.registeredAnd(new LinkAccountIdentity(ADA, IDENTITY)).isThatNothingChanged();
        }

        @Test
        void ofAnotherAccountIsRefused() {
            account.accounts.with(BOB, HUB, "bob@example.com", OTHER);
            account.registeredAnd(new LinkAccountIdentity(ADA, OTHER))
                    .isNo(IDENTITY_TAKEN, "identity", OTHER.subject());
        }

        @Test
        void ofAnotherHubsAccountIsAllowed() {
            account.accounts.with(BOB, ELSEWHERE, "bob@example.com", OTHER);
            account.registeredAnd(new LinkAccountIdentity(ADA, OTHER))
                    .isThat(new AccountIdentityLinked(ADA, IDENTITY, OTHER));
        }

        @Test
        void ofAProviderThatOthersCanListenToIsRefused() {
            account.registeredAnd(
                            new LinkAccountIdentity(
                                    ADA, new ExternalIdentity("http://id.example.com", "1")))
                    .isNo(IDENTITY_INVALID, "identity.issuer", "http://id.example.com");
        }
    }

    @Nested
    class SettingThePassword {

        @Test
        void isRecorded() {
            account.registeredAnd(new SetAccountPassword(ADA)).isThat(new AccountPasswordSet(ADA));
        }

        /** It may be the same one: what was done under the one before ends all the same. */
        @Test
        void isRecordedEachTime() {
            account.after(new AccountPasswordSet(ADA))
                    .asked(new SetAccountPassword(ADA))
                    .isThat(new AccountPasswordSet(ADA));
        }
    }

    @Nested
    class SeveralChanges {

        @Test
        void areMadeInTheirOrder() {
            account.registeredAnd(
                            new ChangeAccount(
                                    ADA,
                                    List.of(
                                            new RenameAccount(ADA, "Ada L."),
                                            new LinkAccountIdentity(ADA, null))))
                    .isThat(
                            new AccountRenamed(ADA, "Ada", "Ada L."),
                            new AccountIdentityLinked(ADA, IDENTITY, null));
        }

        @Test
        void areNotMadeWhenOneIsRefused() {
            account.registeredAnd(
                            new ChangeAccount(
                                    ADA,
                                    List.of(
                                            new LinkAccountIdentity(ADA, null),
                                            new RenameAccount(ADA, ""))))
                    .isNo(NAME_INVALID, "name", "");
        }

        @Test
        void areNoneWithoutAChange() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChangeAccount(ADA, List.of()));
        }

        @Test
        void areOfOneAccount() {
            var change = new RenameAccount(BOB, "Bob");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChangeAccount(ADA, List.of(change)));
        }
    }
}
