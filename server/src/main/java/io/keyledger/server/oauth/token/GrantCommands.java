package io.keyledger.server.oauth.token;

import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.grant.GrantCommand.GrantClientCredentials;
import io.keyledger.api.grant.Redemption;
import io.keyledger.api.grant.Redemption.Reused;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;

/** Sends the commands of the token endpoint, and says what their refusals mean to an app. */
final class GrantCommands {

    private final Commands commands;
    private final Confirmations confirmations;

    GrantCommands(Commands commands, Confirmations confirmations) {
        this.commands = commands;
        this.confirmations = confirmations;
    }

    /**
     * Exchanges a code or refresh token. When it was used before, returns once everything that came
     * of it is dead on every node.
     */
    Redemption redeem(GrantCommand command, TokenRequest request) {
        CommandResult result = send(command, request.client().origin(request.message()));
        if (!(result.answer() instanceof Redemption redemption)) {
            throw new IllegalStateException("an exchange was not answered");
        }
        if (redemption instanceof Reused) {
            confirmations.await(result.position());
        }
        return redemption;
    }

    /** Lets an app act for itself. */
    void grant(GrantClientCredentials command, Origin origin) {
        send(command, origin);
    }

    private CommandResult send(GrantCommand command, Origin origin) {
        try {
            return commands.send(command, origin);
        } catch (CommandRejected rejected) {
            throw Rejections.refusal(rejected);
        }
    }
}
