package io.keyledger.server.authorize;

import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.oauth.par.PushedRequests;
import io.keyledger.server.page.PageProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that stand for ones which the app has pushed (RFC 9126 §4). */
final class PushedParameters {

    static final String REQUEST_URI = "request_uri";

    private final PushedRequests requests;
    private final TakenRequests taken;

    PushedParameters(PushedRequests requests, TakenRequests taken) {
        this.requests = requests;
        this.taken = taken;
    }

    /** Whether this stands for one that nobody has taken yet. */
    static boolean isPushed(RequestParameters sent) {
        return sent.isThere(REQUEST_URI)
                && !sent.single(REQUEST_URI).map(TakenRequests::isOne).orElse(false);
    }

    /** Takes it. Nobody can take it again, so it goes on sealed, with the browser. */
    CarriedRequest take(OAuthAppStanding app, RequestParameters sent) {
        return carried(
                app,
                sent.single(REQUEST_URI)
                        .flatMap(uri -> requests.take(app.app(), uri))
                        .map(PushedParameters::lists));
    }

    /** One that was taken before. */
    CarriedRequest carried(OAuthAppStanding app, RequestParameters sent) {
        return carried(app, sent.single(REQUEST_URI).flatMap(uri -> taken.open(app.app(), uri)));
    }

    private CarriedRequest carried(
            OAuthAppStanding app, Optional<Map<String, List<String>>> parameters) {
        return new CarriedRequest(app.app(), parameters.orElseThrow(PushedParameters::over), taken);
    }

    static Map<String, List<String>> lists(Map<String, String> parameters) {
        Map<String, List<String>> lists = new HashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    private static PageProblem over() {
        return new PageProblem(
                400,
                "This link was used or has expired",
                "Please go back to the app, and start there once more.");
    }
}
