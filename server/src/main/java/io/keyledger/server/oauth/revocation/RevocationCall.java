package io.keyledger.server.oauth.revocation;

import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.endpoint.AppCall;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRequest;

/**
 * The revocation endpoint (RFC 7009). When it has answered, the token is dead on every node. Of a
 * token that is not the app's it says what it says of no token, and leaves it alone.
 */
final class RevocationCall implements AppCall {

    /** The confirmation of everything that is in the ledger already. */
    private static final long BY_NOW = 0;

    private final OwnTokens tokens;
    private final Commands commands;
    private final Confirmations confirmations;

    RevocationCall(OwnTokens tokens, Commands commands, Confirmations confirmations) {
        this.tokens = tokens;
        this.commands = commands;
        this.confirmations = confirmations;
    }

    @Override
    public OAuthAnswer answer(OAuthHub hub, AuthenticatedClient client, OAuthRequest request) {
        String token = request.form().required("token");
        tokens.revocation(token, hub, client)
                .ifPresent(command -> confirmations.await(position(command, client, request)));
        return OAuthAnswer.done();
    }

    private long position(GrantCommand command, AuthenticatedClient client, OAuthRequest request) {
        try {
            return commands.send(command, client.origin(request)).position();
        } catch (CommandRejected _) {
            // It had ended before, which somebody else may still be waiting for.
            return BY_NOW;
        }
    }
}
