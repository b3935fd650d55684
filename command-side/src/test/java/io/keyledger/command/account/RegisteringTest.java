package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.ACCOUNT_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.EMAIL_INVALID;
import static io.keyledger.api.rejection.RejectionReason.EMAIL_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.IDENTITY_INVALID;
import static io.keyledger.api.rejection.RejectionReason.IDENTITY_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.command.account.AccountAggregate.ADA;
import static io.keyledger.command.account.AccountAggregate.BOB;
import static io.keyledger.command.account.AccountAggregate.CLOSED;
import static io.keyledger.command.account.AccountAggregate.ELSEWHERE;
import static io.keyledger.command.account.AccountAggregate.EMAIL;
import static io.keyledger.command.account.AccountAggregate.IDENTITY;
import static io.keyledger.command.account.AccountAggregate.REGISTERED;
import static io.keyledger.command.examples.ExampleHub.HUB;

import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.hub.HubId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private static final RegisterAccount REGISTER = register(EMAIL, "Ada", IDENTITY);

    private final AccountAggregate account = new AccountAggregate();

    @Test
    void takesAPersonIntoTheLedger() {
        account.absentAnd(REGISTER).isThat(REGISTERED);
    }

    @Test
    void needsNoIdentity() {
        account.absentAnd(register(EMAIL, "Ada", null))
                .isThat(new AccountRegistered(ADA, HUB, EMAIL, "Ada", null));
    }

    @Test
    void keepsTheEmailAddressAsItCame() {
        account.absentAnd(register("Ada@Example.com", "Ada", null))
                .isThat(new AccountRegistered(ADA, HUB, "Ada@Example.com", "Ada", null));
    }

    @Test
    void againWithEqualValuesIsARetryAndChangesNothing() {
        account.registeredAnd(REGISTER).isThatNothingChanged();
    }

    @Test
    void isARetryStillWhenTheAccountHasChangedSince() {
        account.after(new AccountRenamed(ADA, "Ada", "Ada L."), CLOSED)
                .asked(REGISTER)
                .isThatNothingChanged();
    }

    @Test
    void againWithOtherValuesIsRefused() {
        account.registeredAnd(register("other@example.com", "Ada", IDENTITY))
                .isNo(ACCOUNT_ID_TAKEN, "id", ADA);
    }

    @Test
    void inAnUnknownHubIsRefused() {
        HubId nowhere = new HubId("nowhere");
        account.absentAnd(new RegisterAccount(ADA, nowhere, EMAIL, "Ada", null))
                .isNo(HUB_UNKNOWN, "hub", nowhere);
    }

    @Test
    void underAnEmailAddressThatIsTakenInTheHubIsRefused() {
        account.accounts.with(BOB, HUB, EMAIL, null);
        account.absentAnd(REGISTER).isNo(EMAIL_TAKEN, "email", EMAIL);
    }

    /** Two accounts that differ in case only would be one person's to some and two to others. */
    @Test
    void underAnEmailAddressThatIsTakenInAnotherCaseIsRefused() {
        account.accounts.with(BOB, HUB, "ADA@example.COM", null);
        account.absentAnd(REGISTER).isNo(EMAIL_TAKEN, "email", EMAIL);
    }

    @Test
    void underAnEmailAddressOfAnotherHubsAccountIsAllowed() {
        account.accounts.with(BOB, ELSEWHERE, EMAIL, IDENTITY);
        account.absentAnd(REGISTER).isThat(REGISTERED);
    }

    @Test
    void underWhatIsNoEmailAddressIsRefused() {
        account.absentAnd(register("ada", "Ada", null)).isNo(EMAIL_INVALID, "email", "ada");
    }

    @Test
    void withoutANameIsRefused() {
        account.absentAnd(register(EMAIL, "", null)).isNo(NAME_INVALID, "name", "");
    }

    @Test
    void withAnIdentityThatIsTakenInTheHubIsRefused() {
        account.accounts.with(BOB, HUB, "bob@example.com", IDENTITY);
        account.absentAnd(REGISTER).isNo(IDENTITY_TAKEN, "identity", IDENTITY.subject());
    }

    @Test
    void withAnIdentityOfNobodyIsRefused() {
        account.absentAnd(register(EMAIL, "Ada", new ExternalIdentity(IDENTITY.issuer(), "")))
                .isNo(IDENTITY_INVALID, "identity.subject", "");
    }

    private static RegisterAccount register(
            String email, String name, @Nullable ExternalIdentity identity) {
        return new RegisterAccount(ADA, HUB, email, name, identity);
    }
}
