package io.keyledger.server.signin.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A provider, and who Keyledger is to it.
 *
 * @param issuer below which the provider's configuration is found (OpenID Connect Discovery)
 * @param called what people know it by; null for its host name
 */
record ConfiguredProvider(
        URI issuer, String clientId, String clientSecret, @Nullable String called) {

    String name() {
        return called == null ? issuer.getHost() : called;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return issuer.toString();
    }
}
