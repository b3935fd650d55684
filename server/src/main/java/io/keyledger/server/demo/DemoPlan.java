package io.keyledger.server.demo;

import io.keyledger.api.hub.HubId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The demo of every hub.
 *
 * @param hubs by hub id
 */
record DemoPlan(Map<String, DemoHub> hubs) {

    static final DemoPlan EMPTY = new DemoPlan(Map.of());

    DemoHub of(HubId hub) {
        return Objects.requireNonNull(hubs.get(hub.value()));
    }

    /** With one more hub. */
    DemoPlan with(String hub, DemoHub demo) {
        Map<String, DemoHub> more = new LinkedHashMap<>(hubs);
        more.put(hub, demo);
        return new DemoPlan(more);
    }
}
