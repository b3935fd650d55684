package io.keyledger.server.controlplane.audit;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.query.replay.Replay;
import io.keyledger.server.controlplane.Moments;
import io.keyledger.server.controlplane.PathIds;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /admin/v1/keys/{key}?asOf=INSTANT}, and the same for grants: what the ledger says that
 * they could do then.
 */
@RestController
@Hidden // the calls that it stands beside describe it: OpenAPI knows a path by its name alone
final class RightsReading {

    private static final String AS_OF = "asOf";

    private final Replay replay;
    private final Clock clock;

    RightsReading(Replay replay, Clock clock) {
        this.replay = replay;
        this.clock = clock;
    }

    /** An event counts from its timestamp on. A key that was issued later is unknown. */
    @GetMapping(path = "/admin/v1/keys/{key}", params = AS_OF)
    RightsAnswer key(@PathVariable String key, @RequestParam String asOf) {
        return replay.rights(PathIds.key(key), Moments.past(AS_OF, asOf, clock))
                .map(RightsAnswer::of)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.KEY_UNKNOWN));
    }

    /** The same for a grant's access tokens. */
    @GetMapping(path = "/admin/v1/grants/{grant}", params = AS_OF)
    RightsAnswer grant(@PathVariable String grant, @RequestParam String asOf) {
        return replay.rights(PathIds.grant(grant), Moments.past(AS_OF, asOf, clock))
                .map(RightsAnswer::of)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.GRANT_UNKNOWN));
    }
}
