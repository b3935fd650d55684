package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubProfile;
import java.util.List;
import java.util.Map;

/** What there is of a hub before its first profile: a profile in which there is nothing. */
final class NewHub {

    private NewHub() {}

    static HubProfile before(HubProfile first) {
        return new HubProfile(
                first.hub(),
                "",
                "",
                List.of(),
                first.keys(),
                List.of(),
                Map.of(),
                new AccessRules(null),
                null,
                List.of(),
                new ErrorDialect(first.errors().mediaType(), Map.of(), Map.of()),
                null,
                List.of());
    }
}
