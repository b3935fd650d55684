package io.keyledger.server.datadirectory;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the process keeps its files.
 *
 * @param dataDir the folder of this process alone: embedded PostgreSQL, pepper, operator key; made
 *     when absent, readable by its owner only
 */
@ConfigurationProperties("keyledger")
record DataDirectoryProperties(@DefaultValue("./data") Path dataDir) {}
