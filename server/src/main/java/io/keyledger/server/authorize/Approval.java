package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.grant.GrantCommand.ApproveGrant;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.MintedToken;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.Person;
import io.keyledger.server.page.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that the person agrees, and sends them back with the code. */
final class Approval {

    private static final Logger log = LoggerFactory.getLogger(Approval.class);

    private final Commands commands;
    private final IdentifierMint identifiers;
    private final SecretMint mint;

    Approval(Commands commands, IdentifierMint identifiers, SecretMint mint) {
        this.commands = commands;
        this.identifiers = identifiers;
        this.mint = mint;
    }

    /** What has changed since the page was shown may refuse it: then the app gets nothing. */
    PageAnswer approve(Visit visit, AskedAccess asked, Person person, WorkspaceId workspace) {
        MintedToken code = mint.authorizationCode(visit.hub().profile().keys().prefix());
        ApproveGrant approve =
                new ApproveGrant(
                        identifiers.grantId(),
                        asked.app().app(),
                        person.account(),
                        workspace,
                        asked.scopes(),
                        asked.redirectUri(),
                        asked.codeChallenge(),
                        asked.boundKey(),
                        code.digest());
        try {
            commands.send(approve, visit.origin(person.account()));
        } catch (CommandRejected rejected) {
            log.info("{} may not be approved: {}", approve.grant(), rejected.getMessage());
            return asked.back().with(OAuth2Error.ACCESS_DENIED);
        }
        return asked.back().with(code.plaintext());
    }
}
