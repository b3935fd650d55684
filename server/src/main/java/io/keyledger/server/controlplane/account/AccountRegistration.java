package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/hubs/{hub}/accounts}. */
@RestController
@OnCommandNode
@Tag(name = "People")
public final class AccountRegistration {

    private final Mutations mutations;
    private final IdentifierMint identifiers;
    private final KeyledgersPeople people;
    private final PeopleThrottle throttle;

    AccountRegistration(
            Mutations mutations,
            IdentifierMint identifiers,
            KeyledgersPeople people,
            PeopleThrottle throttle) {
        this.mutations = mutations;
        this.identifiers = identifiers;
        this.people = people;
        this.throttle = throttle;
    }

    @Operation(
            summary = "Register a person at a hub",
            description =
                    "They can sign in once they have a password, or with the identity that they"
                            + " have at the hub's OpenID provider.")
    @PostMapping("/admin/v1/hubs/{hub}/accounts")
    public ResponseEntity<AccountAnswer> register(
            @PathVariable String hub, @RequestBody Body body, Caller caller) {
        HubId id = PathIds.hub(hub);
        people.check(caller, id);
        throttle.registering(caller);
        return mutations.once(
                caller,
                body,
                AccountAnswer.class,
                identifiers.accountId(),
                account -> register(body.command(account, id), body.reason(), caller));
    }

    private Answer<AccountAnswer> register(
            RegisterAccount command, @Nullable String reason, Caller caller) {
        CommandResult result = mutations.send(caller, reason, command);
        String id = command.account().value();
        AccountAnswer answer =
                new AccountAnswer(
                        id,
                        command.hub().value(),
                        command.email(),
                        command.name(),
                        "active",
                        IdentityBody.of(command.identity()),
                        null,
                        result.recordedAt(),
                        caller.origin(null).actor(),
                        null);
        return new Answer<>(
                201,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/admin/v1/accounts/" + id,
                        HttpHeaders.ETAG,
                        EntityTag.of(result.version())),
                answer);
    }

    /**
     * What is sent to register a person.
     *
     * @param email what they sign in with
     * @param identity who they are to the hub's OpenID provider
     */
    public record Body(
            @Nullable String email,
            @Nullable String name,
            @Nullable IdentityBody identity,
            @Nullable String reason) {

        RegisterAccount command(AccountId account, HubId hub) {
            return new RegisterAccount(
                    account,
                    hub,
                    Required.field("email", email),
                    Required.field("name", name),
                    identity == null ? null : identity.identity());
        }
    }
}
