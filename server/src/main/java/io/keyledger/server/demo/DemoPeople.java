package io.keyledger.server.demo;

import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.password.AccountPasswords;
import java.util.OptionalLong;

/** Makes somebody for a hub. */
final class DemoPeople {

    private static final String EMAIL = "ada@example.com";

    private final Commands commands;
    private final AccountDirectory accounts;
    private final AccountPasswords passwords;
    private final IdentifierMint identifiers;

    DemoPeople(
            Commands commands,
            AccountDirectory accounts,
            AccountPasswords passwords,
            IdentifierMint identifiers) {
        this.commands = commands;
        this.accounts = accounts;
        this.passwords = passwords;
        this.identifiers = identifiers;
    }

    DemoPerson planned() {
        return new DemoPerson(identifiers.accountId(), EMAIL, identifiers.tokenId());
    }

    /** The workspace comes last: who is in one was made whole, and may have been changed since. */
    void seed(HubProfile profile, WorkspaceId workspace, DemoPerson person, Origin origin) {
        if (!accounts.workspacesOf(person.account()).isEmpty()) {
            return;
        }
        commands.send(
                new RegisterAccount(
                        person.account(), profile.hub(), person.email(), "Ada Holm", null),
                origin);
        commands.send(
                new SetAccountPassword(person.account()),
                origin,
                OptionalLong.empty(),
                passwords.hash(person.password()));
        commands.send(new JoinWorkspace(person.account(), workspace, MemberRole.ADMIN), origin);
    }
}
