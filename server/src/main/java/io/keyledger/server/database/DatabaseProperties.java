package io.keyledger.server.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the process uses its PostgreSQL, embedded or not.
 *
 * @param startupWait how long a start waits for a database that cannot be reached yet
 * @param ledgerPoolSize most connections for commands, projections and lists
 * @param verificationPoolSize most connections for verifications that memory cannot answer
 * @param statementTimeout longest statement of the ledger's pool; long work sets its own
 * @param idleInTransactionTimeout after which the server ends a transaction that does nothing
 */
@ConfigurationProperties("keyledger.database")
record DatabaseProperties(
        @DefaultValue("30s") Duration startupWait,
        @DefaultValue("16") int ledgerPoolSize,
        @DefaultValue("4") int verificationPoolSize,
        @DefaultValue("10s") Duration statementTimeout,
        @DefaultValue("10s") Duration idleInTransactionTimeout) {}
