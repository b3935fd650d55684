package io.keyledger.server.oauth.endpoint;

import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;

/** Where apps post to: reads the form, finds out whose it is, and says how it went. */
final class AppEndpoint implements HubEndpoint {

    private static final String METHOD = "POST";

    private final String name;
    private final Function<OAuthHub, String> path;
    private final AppCall call;
    private final AppEndpoints shared;

    AppEndpoint(String name, Function<OAuthHub, String> path, AppCall call, AppEndpoints shared) {
        this.name = name;
        this.path = path;
        this.call = call;
        this.shared = shared;
    }

    @Override
    public boolean isAt(OAuthHub hub, String asked) {
        return path.apply(hub).equals(asked);
    }

    @Override
    public void answer(OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (CrossOrigin.preflight(METHOD, request, response)) {
            return;
        }
        OAuthAnswer answer = tryToAnswer(hub, request, response);
        count(answer, shared.meters());
        answer.write(response);
    }

    private OAuthAnswer tryToAnswer(
            OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            OAuthRequest read = read(request);
            if (!read.showsSecret()) {
                CrossOrigin.open(response);
            }
            return answer(hub, read);
        } catch (OAuthRefusal unreadable) {
            CrossOrigin.open(response);
            return OAuthAnswer.of(unreadable);
        }
    }

    private static OAuthRequest read(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals(METHOD)) {
            throw OAuthRefusal.method(METHOD);
        }
        return OAuthRequest.of(request);
    }

    private OAuthAnswer answer(OAuthHub hub, OAuthRequest request) {
        try {
            return call.answer(hub, shared.clients().authenticate(hub, request), request);
        } catch (RuntimeException failure) {
            return OAuthAnswer.of(Failures.refusal(failure));
        }
    }

    private void count(OAuthAnswer answer, MeterRegistry meters) {
        meters.counter("keyledger.oauth.answers", "endpoint", name, "outcome", answer.outcome())
                .increment();
    }
}
