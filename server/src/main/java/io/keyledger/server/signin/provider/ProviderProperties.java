package io.keyledger.server.signin.provider;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect providers of hubs.
 *
 * @param signIn by hub id
 */
@ConfigurationProperties("keyledger")
record ProviderProperties(@DefaultValue Map<String, ConfiguredProvider> signIn) {}
