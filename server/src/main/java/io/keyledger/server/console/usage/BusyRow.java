package io.keyledger.server.console.usage;

import io.keyledger.query.usage.UsedCredential;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of those who asked the most.
 *
 * @param link to its own usage; null when it has no page
 */
record BusyRow(String kind, String name, @Nullable String link, UsedCredential used) {}
