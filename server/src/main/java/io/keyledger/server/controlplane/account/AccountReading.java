package io.keyledger.server.controlplane.account;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.inventory.AccountView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.HistoryAnswer;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of a hub, one account, where the person belongs, and what happened to it. */
@RestController
@Tag(name = "People")
final class AccountReading {

    private final HubDirectory hubs;
    private final OAuthInventory inventory;
    private final AuditTrail trail;
    private final Freshness freshness;

    AccountReading(
            HubDirectory hubs, OAuthInventory inventory, AuditTrail trail, Freshness freshness) {
        this.hubs = hubs;
        this.inventory = inventory;
        this.trail = trail;
        this.freshness = freshness;
    }

    @Operation(summary = "List the accounts of a hub, closed ones included")
    @GetMapping("/admin/v1/hubs/{hub}/accounts")
    Listing<AccountAnswer> list(
            @PathVariable String hub,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        HubId id = PathIds.hub(hub);
        if (hubs.current(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.HUB_UNKNOWN);
        }
        freshness.await(Inventory.GROUP);
        return Listing.of(
                inventory.accountsOf(id.value(), Listing.cursor(cursor), Listing.limit(limit)),
                AccountAnswer::of);
    }

    @Operation(summary = "Show an account, never anything of its password")
    @GetMapping("/admin/v1/accounts/{account}")
    ResponseEntity<AccountAnswer> get(@PathVariable String account) {
        AccountView view = view(account);
        return ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(AccountAnswer.of(view));
    }

    @Operation(summary = "List the workspaces that a person belongs to")
    @GetMapping("/admin/v1/accounts/{account}/workspaces")
    Listing<MemberAnswer> workspaces(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = view(account).id();
        return Listing.of(
                inventory.membershipsOf(id, Listing.cursor(cursor), Listing.limit(limit)),
                MemberAnswer::of);
    }

    @Operation(summary = "Tell what happened to an account, oldest first")
    @GetMapping("/admin/v1/accounts/{account}/history")
    Listing<HistoryAnswer> history(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String id = view(account).id();
        freshness.await(AuditTrail.GROUP);
        return Listing.of(
                trail.ofAccount(id, Listing.cursor(cursor), Listing.limit(limit)),
                HistoryAnswer::of);
    }

    private AccountView view(String account) {
        String id = PathIds.account(account).value();
        freshness.await(Inventory.GROUP);
        return inventory
                .account(id)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.ACCOUNT_UNKNOWN));
    }
}
