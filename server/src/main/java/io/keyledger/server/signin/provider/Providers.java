package io.keyledger.server.signin.provider;

import io.keyledger.api.hub.HubId;
import io.keyledger.server.page.PageProblem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The providers that are configured. What a provider says of itself is asked for when the first
 * person comes, not at the start: a hub opens whether its provider is there or not.
 */
final class Providers {

    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private final Map<String, ConfiguredProvider> configured;
    private final ConcurrentMap<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(Map<String, ConfiguredProvider> configured) {
        this.configured = Map.copyOf(configured);
    }

    Optional<ConfiguredProvider> of(HubId hub) {
        return Optional.ofNullable(configured.get(hub.value()));
    }

    /**
     * Who this hub is to its provider.
     *
     * @param back where the provider sends people back to
     */
    ClientRegistration registration(HubId hub, String back) {
        ConfiguredProvider provider = of(hub).orElseThrow(Providers::none);
        return known.computeIfAbsent(back, _ -> discover(hub, provider, back));
    }

    private static ClientRegistration discover(
            HubId hub, ConfiguredProvider provider, String back) {
        try {
            return ClientRegistrations.fromIssuerLocation(provider.issuer().toString())
                    .registrationId(hub.value())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .redirectUri(back)
                    .scope("openid")
                    .build();
        } catch (RuntimeException e) {
            log.warn("The sign-in service {} cannot be asked: {}", provider, e.getMessage());
            throw unreachable();
        }
    }

    static PageProblem unreachable() {
        return new PageProblem(
                503,
                "The sign-in service cannot be reached",
                "Please try again in a minute, or sign in with your password.");
    }

    private static PageProblem none() {
        return new PageProblem(
                404, "There is no such way to sign in", "Please sign in with your password.");
    }
}
