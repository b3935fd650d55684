package io.keyledger.server.demo;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Route;
import io.keyledger.server.hubs.ConfiguredHubs;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** Where the demo can be reached, once the ports are known. */
final class DemoAddresses {

    /** Members, where a hub has them: that is what the guides call. */
    private static final String GUIDES_CALL = "/members";

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final String FIRST = "1";

    private final ConfiguredHubs hubs;
    private final Environment environment;

    DemoAddresses(ConfiguredHubs hubs, Environment environment) {
        this.hubs = hubs;
        this.environment = environment;
    }

    /** The control plane, which hosts the sample APIs. */
    String controlPlane() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    String baseUrl(String hub) {
        return controlPlane() + profile(hub).basePath();
    }

    /** Where the people of a hub sign in. */
    String console(String hub) {
        return controlPlane() + "/console/" + hub;
    }

    /** A call of the first GET that the hub has. */
    String exampleRequest(String hub, String secret) {
        return "curl -H 'Authorization: Bearer %s' %s%s"
                .formatted(secret, baseUrl(hub), firstGet(profile(hub)));
    }

    private HubProfile profile(String hub) {
        return hubs.profiles().stream()
                .filter(profile -> profile.hub().value().equals(hub))
                .findFirst()
                .orElseThrow();
    }

    /** A plain path if there is one; in others the first of everything is named. */
    private static String firstGet(HubProfile profile) {
        return profile.routes().stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::pattern)
                .filter(pattern -> !pattern.contains("*"))
                .min(
                        Comparator.comparing(DemoAddresses::isWithParameter)
                                .thenComparing(pattern -> !pattern.endsWith(GUIDES_CALL)))
                .map(pattern -> PARAMETER.matcher(pattern).replaceAll(FIRST))
                .orElse("/");
    }

    private static boolean isWithParameter(String pattern) {
        return pattern.contains("{");
    }
}
