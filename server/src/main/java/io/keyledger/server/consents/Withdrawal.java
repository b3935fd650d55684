package io.keyledger.server.consents;

import io.keyledger.server.consents.ConsentWithdrawal.Withdrawn;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.Person;
import io.keyledger.server.page.Visit;
import io.keyledger.server.signin.Continuation;
import io.keyledger.server.signin.SignInLinks;
import java.util.Map;

/**
 * Ends what the person has allowed. It answers when that is so on every node, and shows the
 * receipt.
 */
final class Withdrawal implements FormPage {

    private final ConsentWithdrawal withdrawal;

    Withdrawal(ConsentWithdrawal withdrawal) {
        this.withdrawal = withdrawal;
    }

    @Override
    public String name(OAuthHub hub) {
        return "withdraw";
    }

    @Override
    public PageAnswer submit(Visit visit, Form form) {
        return visit.person()
                .<PageAnswer>map(person -> withdraw(visit, person, form.value("grant")))
                .orElseGet(() -> SignInLinks.signIn(Continuation.ACCOUNT));
    }

    private PageAnswer withdraw(Visit visit, Person person, String presented) {
        Withdrawn withdrawn =
                withdrawal.withdraw(person, presented, visit.origin(person.account()));
        return PageAnswer.show(
                "withdrawn", Map.of("app", withdrawn.app(), "receipt", withdrawn.receipt()));
    }
}
