package io.keyledger.server.controlplane.hub;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.profile.HubProfileWriter;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.verdict.profile.CompiledProfile;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/hubs}, {@code GET /admin/v1/hubs/{hub}} and the hub's profile. */
@RestController
final class HubReading {

    private final HubDirectory hubs;

    HubReading(HubDirectory hubs) {
        this.hubs = hubs;
    }

    @GetMapping("/admin/v1/hubs")
    Listing<HubAnswer> list() {
        return new Listing<>(hubs.all().stream().map(HubAnswer::of).toList(), null);
    }

    @GetMapping("/admin/v1/hubs/{hub}")
    HubAnswer get(@PathVariable String hub) {
        return HubAnswer.of(published(hub));
    }

    @GetMapping(path = "/admin/v1/hubs/{hub}/profile", produces = ProfileYaml.YAML)
    ResponseEntity<byte[]> profile(@PathVariable String hub) {
        CompiledProfile published = published(hub);
        return ResponseEntity.ok()
                .eTag(EntityTag.of(published.version() - 1L))
                .body(HubProfileWriter.write(published.source()).getBytes(StandardCharsets.UTF_8));
    }

    private CompiledProfile published(String hub) {
        return hubs.published(PathIds.hub(hub))
                .orElseThrow(() -> CommandRejected.because(RejectionReason.HUB_UNKNOWN));
    }
}
