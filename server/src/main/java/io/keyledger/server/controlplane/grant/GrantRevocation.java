package io.keyledger.server.controlplane.grant;

import io.keyledger.api.grant.GrantCommand.RevokeGrant;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /admin/v1/grants/{grant}}: true when it returns, on every node. */
@RestController
@OnCommandNode
@Tag(name = "Grants")
public final class GrantRevocation {

    private final Mutations mutations;

    GrantRevocation(Mutations mutations) {
        this.mutations = mutations;
    }

    @Operation(
            summary = "Revoke a grant with its code and all its tokens",
            description = "The receipt says since when no node accepts any of them.")
    @DeleteMapping("/admin/v1/grants/{grant}")
    public ResponseEntity<ChangeAnswer> revoke(
            @PathVariable String grant,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return mutations.change(
                caller, grant, new Why(reason), reason, new RevokeGrant(PathIds.grant(grant)));
    }
}
