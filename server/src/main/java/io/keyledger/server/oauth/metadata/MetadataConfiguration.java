package io.keyledger.server.oauth.metadata;

import io.keyledger.server.oauth.endpoint.PublicDocument;
import io.keyledger.server.oauth.hub.OAuthHub;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where each hub's metadata can be read. */
@Configuration(proxyBeanMethods = false)
class MetadataConfiguration {

    @Bean
    PublicDocument metadataDocument() {
        return new PublicDocument(OAuthHub.METADATA, "application/json", Metadata::of);
    }
}
