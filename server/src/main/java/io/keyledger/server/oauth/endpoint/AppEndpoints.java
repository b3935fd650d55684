package io.keyledger.server.oauth.endpoint;

import io.keyledger.server.oauth.client.ClientAuthentication;
import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;

/** Makes the endpoints that apps post to; what they have in common is here. */
public record AppEndpoints(ClientAuthentication clients, MeterRegistry meters) {

    /**
     * An endpoint.
     *
     * @param name of it, in meters
     * @param path of it, below a hub's base path
     */
    public HubEndpoint at(String name, Function<OAuthHub, String> path, AppCall call) {
        return new AppEndpoint(name, path, call, this);
    }
}
