package io.keyledger.server.oauth.keys;

import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.bootstrap.BootstrapOrder;
import io.keyledger.server.database.DatabaseMode;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.endpoint.PublicDocument;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.verdict.profile.CompiledProfile;
import net.minidev.json.JSONObject;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The signing keys, and where their public parts can be read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningKeyProperties.class)
class SigningKeyConfiguration {

    @Bean
    SigningKeys signingKeys(
            SigningKeyProperties properties, DataDirectory data, DatabaseMode database) {
        return SigningKeySource.keys(
                properties.signingKeys(), data, database == DatabaseMode.EMBEDDED);
    }

    @Bean
    PublicDocument jwksDocument(SigningKeys keys) {
        JSONObject published = new JSONObject(keys.published().toJSONObject());
        return new PublicDocument(OAuthHub.JWKS, "application/jwk-set+json", _ -> published);
    }

    @Bean
    @OnCommandNode
    @Order(BootstrapOrder.REVEAL_KEYS)
    SigningKeyCheck signingKeyCheck(SigningKeys keys, HubDirectory hubs) {
        return new SigningKeyCheck(
                keys, () -> hubs.all().stream().map(CompiledProfile::source).toList());
    }
}
