package io.keyledger.server.signin.provider;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect providers of hubs.
 *
 * @param signIn by hub id
 */
@ConfigurationProperties("keyledger")
record ProviderProperties(@DefaultValue Map<String, Provider> signIn) {

    /**
     * A provider, and who Keyledger is to it.
     *
     * @param issuer below which the provider's configuration is found (OpenID Connect Discovery)
     * @param called what people know it by; null for its host name
     */
    record Provider(URI issuer, String clientId, String clientSecret, @Nullable String called) {

        String name() {
            return called == null ? issuer.getHost() : called;
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Provider[" + issuer + "]";
        }
    }
}
