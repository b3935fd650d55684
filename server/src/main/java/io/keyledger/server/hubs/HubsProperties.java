package io.keyledger.server.hubs;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where hub profiles come from.
 *
 * @param hubsDir a folder in which every {@code *.yaml} is a hub profile; null for none beside the
 *     bundled ones
 */
@ConfigurationProperties("keyledger")
record HubsProperties(@Nullable Path hubsDir) {}
