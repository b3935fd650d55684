package io.keyledger.server.dataplane;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.verdict.profile.CompiledProfile;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /v1/hubs/HUB}: the profile of a hub as it is published, for services that answer their
 * clients in its words.
 */
final class HubEndpoint implements Endpoint {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Callers callers;
    private final Hubs hubs;

    /** Encoded once for each version: a profile may be large. */
    private final Map<String, Encoded> encoded = new ConcurrentHashMap<>();

    HubEndpoint(Callers callers, Hubs hubs) {
        this.callers = callers;
        this.hubs = hubs;
    }

    @Override
    public boolean answers(HttpMethod method) {
        return HttpMethod.GET.equals(method);
    }

    @Override
    public String allowed() {
        return "GET";
    }

    @Override
    public void handle(Exchange exchange) {
        callers.admit(exchange, HttpMethod.GET, path(exchange), () -> answer(exchange));
    }

    private void answer(Exchange exchange) {
        CompiledProfile profile = hubs.withId(path(exchange).substring(Endpoints.HUBS.length()));
        if (profile == null) {
            exchange.refuse(ErrorCode.NOT_FOUND);
            return;
        }
        Answer answer = Answer.begin(200).field(Answer.JSON);
        answer.body(bytes(profile));
        exchange.answer(answer);
    }

    private byte[] bytes(CompiledProfile profile) {
        Encoded latest = encoded.get(profile.hub());
        if (latest == null || latest.version != profile.version()) {
            latest = Encoded.of(profile);
            encoded.put(profile.hub(), latest);
        }
        return latest.json;
    }

    private static String path(Exchange exchange) {
        return Target.path(exchange.request().uri());
    }

    /** The answer about one version. */
    private static final class Encoded {

        private final int version;
        private final byte[] json;

        private Encoded(int version, byte[] json) {
            this.version = version;
            this.json = json;
        }

        static Encoded of(CompiledProfile profile) {
            byte[] json =
                    JSON.writeValueAsBytes(
                            new Published(
                                    profile.hub(),
                                    profile.version(),
                                    profile.position(),
                                    profile.source()));
            return new Encoded(profile.version(), json);
        }
    }

    /** The body. */
    private record Published(String hub, int version, long position, HubProfile profile) {}
}
