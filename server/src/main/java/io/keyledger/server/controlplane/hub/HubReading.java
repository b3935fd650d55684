package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.verdict.profile.CompiledProfile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/hubs} and {@code GET /admin/v1/hubs/{hub}}. */
@RestController
final class HubReading {

    private final HubDirectory hubs;

    HubReading(HubDirectory hubs) {
        this.hubs = hubs;
    }

    @GetMapping("/admin/v1/hubs")
    Listing<HubAnswer> list() {
        return new Listing<>(
                hubs.all().stream().map(CompiledProfile::source).map(HubAnswer::of).toList(), null);
    }

    @GetMapping("/admin/v1/hubs/{hub}")
    HubAnswer get(@PathVariable String hub) {
        HubId id = PathIds.hub(hub);
        HubProfile profile =
                hubs.current(id)
                        .orElseThrow(() -> CommandRejected.because(RejectionReason.HUB_UNKNOWN));
        return HubAnswer.of(profile);
    }
}
