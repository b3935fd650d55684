package io.keyledger.server.oauth.digest;

import io.keyledger.api.token.Peppers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Digests of what apps present. */
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {

    @Bean
    TokenDigests tokenDigests(Peppers peppers) {
        return new TokenDigests(peppers);
    }
}
