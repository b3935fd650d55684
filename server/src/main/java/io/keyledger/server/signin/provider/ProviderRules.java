package io.keyledger.server.signin.provider;

import io.keyledger.server.startup.StartupRefused;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** What may be configured as an OpenID Connect provider. */
final class ProviderRules {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private ProviderRules() {}

    static Map<String, ConfiguredProvider> checked(Map<String, ConfiguredProvider> providers) {
        providers.forEach(ProviderRules::check);
        return Map.copyOf(providers);
    }

    @SuppressWarnings("NullAway") // what the configuration leaves out is null, whatever the type
    private static void check(String hub, ConfiguredProvider provider) {
        String setting = "keyledger.sign-in." + hub;
        if (provider.issuer() == null || !isSafe(provider.issuer())) {
            throw new StartupRefused(
                    setting + ".issuer is not the address of an OpenID Connect provider.",
                    "Write the provider's issuer with https; http is for loopback addresses alone.");
        }
        if (isBlank(provider.clientId()) || isBlank(provider.clientSecret())) {
            throw new StartupRefused(
                    setting + " has no client-id or no client-secret.",
                    "Register Keyledger with the provider, and write down what it gives you.");
        }
    }

    private static boolean isSafe(URI issuer) {
        return issuer.getHost() != null
                && ("https".equals(issuer.getScheme())
                        || ("http".equals(issuer.getScheme())
                                && LOOPBACK.contains(issuer.getHost())));
    }

    @SuppressWarnings("NullAway") // as above
    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
