package io.keyledger.server.dataplane;

import io.keyledger.query.oauth.ProofRegister;
import io.keyledger.query.usage.UsageMeter;
import io.keyledger.query.verification.ReplicaFeed;
import io.keyledger.query.verification.VerificationHealth;
import io.keyledger.query.verification.Verifier;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.server.node.OnVerifyingNode;
import io.keyledger.server.oauth.dpop.DPoPProofs;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.hub.OAuthHubs;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the data plane of a node that judges. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataPlaneProperties.class)
@OnVerifyingNode
public class DataPlaneConfiguration {

    @Bean
    Readiness dataPlaneReadiness(VerificationHealth health) {
        return () -> health.check().problems();
    }

    @Bean
    TokenSupport tokenSupport(DPoPProofs proofs, ProofRegister register, OAuthHubs hubs) {
        return new TokenSupport(
                proofs, register::use, hub -> hubs.withId(hub).map(OAuthHub::issuer).orElse(null));
    }

    @Bean
    DataPlane dataPlane(
            DataPlaneProperties properties,
            Verifier verifier,
            Hubs hubs,
            ReplicaFeed feed,
            TokenSupport tokens,
            Readiness readiness,
            UsageMeter usage,
            MeterRegistry meters) {
        return new DataPlane(properties, verifier, hubs, feed, tokens, readiness, usage, meters);
    }
}
