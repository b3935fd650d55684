package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.api.oauthapp.OAuthAppId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request on its way through the pages: in their URLs, and nowhere else. What an
 * app has pushed is sealed there, so that nobody reads or changes it on the way.
 *
 * @param seal null for a request that came in the open
 */
record CarriedRequest(
        OAuthAppId app, Map<String, List<String>> parameters, @Nullable TakenRequests seal) {

    /** Which workspace was chosen: a parameter of ours, beside those of the request. */
    static final String WORKSPACE = "workspace";

    private static final String PROMPT = "prompt";

    CarriedRequest {
        parameters = Map.copyOf(parameters);
    }

    String query() {
        return seal == null
                ? URLUtils.serializeParameters(parameters)
                : seal.query(app, parameters);
    }

    /** The same with a workspace. */
    String query(String workspace) {
        return query() + "&" + WORKSPACE + "=" + workspace;
    }

    /** The same without what is done once the person has signed in. */
    CarriedRequest afterSignIn() {
        Map<String, List<String>> left = new HashMap<>(parameters);
        left.remove(PROMPT);
        return new CarriedRequest(app, left, seal);
    }
}
