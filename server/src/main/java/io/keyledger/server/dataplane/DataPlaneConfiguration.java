package io.keyledger.server.dataplane;

import io.keyledger.server.hubs.Hubs;
import io.keyledger.query.verification.ReplicaFeed;
import io.keyledger.query.verification.VerificationHealth;
import io.keyledger.query.verification.Verifier;
import io.keyledger.server.node.OnVerifyingNode;
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
    DataPlane dataPlane(
            DataPlaneProperties properties,
            Verifier verifier,
            Hubs hubs,
            ReplicaFeed feed,
            Readiness readiness,
            MeterRegistry meters) {
        return new DataPlane(properties, verifier, hubs, feed, readiness, meters);
    }
}
