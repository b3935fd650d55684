package io.keyledger.server.controlplane.usage;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.usage.Usage;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.query.verification.WorkspaceDirectory;
import io.keyledger.server.controlplane.PathIds;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/workspaces/{workspace}/usage} and {@code /admin/v1/keys/{key}/usage}. */
@RestController
final class UsageReading {

    private static final String WHAT =
            "From is 24 hours ago, to is now and resolution (minute, hour or day) is hour, unless"
                    + " told otherwise. Intervals are whole ones of UTC; those without a request are"
                    + " left out. Nodes tell what they have counted every few seconds.";

    private final Usage usage;
    private final WorkspaceDirectory workspaces;
    private final KeyDirectory keys;
    private final Clock clock;

    UsageReading(Usage usage, WorkspaceDirectory workspaces, KeyDirectory keys, Clock clock) {
        this.usage = usage;
        this.workspaces = workspaces;
        this.keys = keys;
        this.clock = clock;
    }

    @Operation(
            summary = "Tell how much the credentials of a workspace were used, and how that ended",
            description = WHAT)
    @GetMapping("/admin/v1/workspaces/{workspace}/usage")
    UsageAnswer ofWorkspace(
            @PathVariable String workspace,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String resolution) {
        WorkspaceId id = PathIds.workspace(workspace);
        if (workspaces.hubOf(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN);
        }
        UsageRange range = new AskedRange(from, to, resolution).at(clock.instant());
        return UsageAnswer.of(range, usage.ofWorkspace(id.value(), range), null);
    }

    @Operation(summary = "Tell how much a key was used, and how that ended", description = WHAT)
    @GetMapping("/admin/v1/keys/{key}/usage")
    UsageAnswer ofKey(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String resolution) {
        ApiKeyId id = PathIds.key(key);
        if (keys.hubOf(id).isEmpty()) {
            throw CommandRejected.because(RejectionReason.KEY_UNKNOWN);
        }
        UsageRange range = new AskedRange(from, to, resolution).at(clock.instant());
        return UsageAnswer.of(
                range,
                usage.ofCredential(id.value(), range),
                usage.lastUsed(id.value()).orElse(null));
    }
}
