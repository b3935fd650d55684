package io.keyledger.server.wiring;

import io.keyledger.query.verification.VerificationSettings;
import io.keyledger.server.node.NodeName;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node verifies.
 *
 * @param lease how long a proof that the change feed is alive lasts: the longest that a revocation
 *     waits for a node that does not answer
 * @param clockTolerance how far this node's clock may be from the database's
 * @param residentCredentials how many credentials are kept in memory, at some 300 bytes each
 * @param loaders threads that read the tables
 * @param waitingLoads how many reads may wait for one of them before more are refused
 */
@ConfigurationProperties("keyledger.verification")
record VerificationProperties(
        @DefaultValue("2s") Duration lease,
        @DefaultValue("1s") Duration clockTolerance,
        @DefaultValue("500000") long residentCredentials,
        @DefaultValue("4") int loaders,
        @DefaultValue("10000") int waitingLoads) {

    VerificationSettings settings(NodeName node) {
        return new VerificationSettings(
                node.value(), lease, clockTolerance, residentCredentials, loaders, waitingLoads);
    }
}
