package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.AccountCommand.CloseAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code PATCH} and {@code DELETE /admin/v1/accounts/{account}}. */
@RestController
@OnCommandNode
@Tag(name = "People")
final class AccountChanges {

    private static final String PATH = "/admin/v1/accounts/{account}";

    private final Mutations mutations;
    private final KeyledgersPeople people;

    AccountChanges(Mutations mutations, KeyledgersPeople people) {
        this.mutations = mutations;
        this.people = people;
    }

    @Operation(
            summary = "Change an account",
            description = "What is left out stays as it is; null for the identity removes it.")
    @PatchMapping(PATH)
    ResponseEntity<ChangeAnswer> patch(
            @PathVariable String account, @RequestBody AccountPatch patch, Caller caller) {
        AccountId id = PathIds.account(account);
        people.check(caller, id);
        return mutations.change(caller, account, patch, patch.reason(), patch.command(id));
    }

    @Operation(
            summary = "Close an account for good",
            description = "The person belongs nowhere any more; every token for them dies.")
    @DeleteMapping(PATH)
    ResponseEntity<ChangeAnswer> close(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        AccountId id = PathIds.account(account);
        people.check(caller, id);
        return mutations.change(caller, account, new Why(reason), reason, new CloseAccount(id));
    }
}
