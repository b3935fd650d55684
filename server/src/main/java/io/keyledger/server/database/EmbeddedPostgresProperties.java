package io.keyledger.server.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL that Keyledger brings along; without effect when {@code spring.datasource.url} is
 * set.
 *
 * @param port on the loopback interface; 0 takes a free one at each start
 * @param binariesDir where its programs are unpacked, once for each version; below the data
 *     directory unless set
 * @param startTimeout how long a start may take; after a crash it first repeats what was not yet
 *     written to the tables
 */
@ConfigurationProperties("keyledger.postgres")
record EmbeddedPostgresProperties(
        @DefaultValue("0") int port,
        @Nullable Path binariesDir,
        @DefaultValue("5m") Duration startTimeout) {}
