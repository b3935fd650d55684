package io.keyledger.server.console.key;

import io.keyledger.query.inventory.KeyStatus;
import io.keyledger.query.inventory.KeyView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key in the list.
 *
 * @param by the name of who issued it
 * @param lastUsed when a request was last sent with it; null when none was counted yet
 * @param documentation the link to its public documentation; null when there is none
 */
record KeyLine(
        KeyView key,
        KeyStatus status,
        String by,
        @Nullable Instant lastUsed,
        @Nullable String documentation) {}
