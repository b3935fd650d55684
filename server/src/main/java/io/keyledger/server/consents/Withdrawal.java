package io.keyledger.server.consents;

import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantId;
import io.keyledger.query.oauth.GrantStanding;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.query.verification.Confirmation;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageProblem;
import io.keyledger.server.page.Person;
import io.keyledger.server.page.Visit;
import io.keyledger.server.signin.Continuation;
import io.keyledger.server.signin.SignInLinks;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what the person has allowed. It answers when that is so on every node, and shows the
 * receipt.
 */
final class Withdrawal implements FormPage {

    private final Consents consents;
    private final OAuthAppDirectory apps;
    private final Commands commands;
    private final Confirmations confirmations;

    Withdrawal(
            Consents consents,
            OAuthAppDirectory apps,
            Commands commands,
            Confirmations confirmations) {
        this.consents = consents;
        this.apps = apps;
        this.commands = commands;
        this.confirmations = confirmations;
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
        GrantStanding grant =
                id(presented)
                        .flatMap(id -> consents.find(person, id))
                        .orElseThrow(Withdrawal::unknown);
        CommandResult result =
                commands.send(new RevokeGrant(grant.grant()), visit.origin(person.account()));
        Confirmation receipt = confirmations.await(result.position());
        String app = apps.find(grant.app()).map(OAuthAppStanding::name).orElse("The app");
        return PageAnswer.show("withdrawn", Map.of("app", app, "receipt", receipt));
    }

    private static Optional<GrantId> id(String presented) {
        try {
            return Optional.of(new GrantId(presented));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PageProblem unknown() {
        return new PageProblem(
                404,
                "You have allowed no such thing",
                "Your own page lists what you have allowed.");
    }
}
