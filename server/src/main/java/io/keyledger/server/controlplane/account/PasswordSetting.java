package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.account.AccountId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.password.AccountPasswords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /admin/v1/accounts/{account}/password}. To send it again sets the same password again,
 * so an {@code Idempotency-Key} changes nothing, and nothing is kept of the body to compare it
 * with.
 */
@RestController
@OnCommandNode
@Tag(name = "People")
public final class PasswordSetting {

    private final Mutations mutations;
    private final KeyledgersPeople people;
    private final AccountPasswords passwords;
    private final PeopleThrottle throttle;

    PasswordSetting(
            Mutations mutations,
            KeyledgersPeople people,
            AccountPasswords passwords,
            PeopleThrottle throttle) {
        this.mutations = mutations;
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Operation(
            summary = "Set the password of an account",
            description = "It has 12 to 128 characters, and is kept as an Argon2id hash.")
    @PutMapping("/admin/v1/accounts/{account}/password")
    public ResponseEntity<ChangeAnswer> set(
            @PathVariable String account, @RequestBody Body body, Caller caller) {
        AccountId id = PathIds.account(account);
        people.check(caller, id);
        throttle.hashing(caller);
        CommandResult result =
                mutations.send(
                        caller,
                        body.reason(),
                        new SetAccountPassword(id),
                        passwords.hash(Required.field("password", body.password())));
        return ResponseEntity.ok()
                .eTag(EntityTag.of(result.version()))
                .body(new ChangeAnswer(account, mutations.receipt(result)));
    }

    /** What is sent to set a password. */
    public record Body(@Nullable String password, @Nullable String reason) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Body[" + reason + "]";
        }
    }
}
