package io.keyledger.server.consents;

import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.ledger.Origin;
import io.keyledger.query.oauth.GrantStanding;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.query.verification.Confirmation;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.page.PageProblem;
import io.keyledger.server.page.Person;
import java.util.Optional;

/** Ends what a person has allowed, and returns when that is so on every node. */
public final class ConsentWithdrawal {

    private final Consents consents;
    private final OAuthAppDirectory apps;
    private final Commands commands;
    private final Confirmations confirmations;

    ConsentWithdrawal(
            Consents consents,
            OAuthAppDirectory apps,
            Commands commands,
            Confirmations confirmations) {
        this.consents = consents;
        this.apps = apps;
        this.commands = commands;
        this.confirmations = confirmations;
    }

    /**
     * Withdraws a consent; what was withdrawn already, is.
     *
     * @param presented the grant, as somebody has sent it
     */
    public Withdrawn withdraw(Person person, String presented, Origin origin) {
        GrantStanding grant =
                id(presented)
                        .flatMap(id -> consents.find(person, id))
                        .orElseThrow(ConsentWithdrawal::unknown);
        CommandResult result = commands.send(new RevokeGrant(grant.grant()), origin);
        return new Withdrawn(
                apps.find(grant.app()).map(OAuthAppStanding::name).orElse("The app"),
                confirmations.await(result.position()));
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

    /**
     * What is over.
     *
     * @param app its name
     */
    public record Withdrawn(String app, Confirmation receipt) {}
}
