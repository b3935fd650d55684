package io.keyledger.server.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is proven.
 *
 * @param interval how often new entries are taken into the tree, and a checkpoint of it is signed
 * @param folder where checkpoints are copied to; without one, below the data directory
 * @param keys the first signs, the others are still believed; without any, and with the embedded
 *     database only, one is made and kept in the data directory
 */
@ConfigurationProperties("keyledger.checkpoints")
record CheckpointProperties(
        @DefaultValue("500ms") Duration interval,
        @Nullable Path folder,
        @DefaultValue List<ConfiguredKey> keys) {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    CheckpointProperties {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "checkpoints are signed every 20 milliseconds to every minute");
        }
    }

    /**
     * One key, given either here or in a file.
     *
     * @param key an Ed25519 key in PKCS#8, as PEM or base64
     * @param file a file that holds the same
     */
    record ConfiguredKey(@Nullable String key, @Nullable Path file) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "ConfiguredKey[…]";
        }
    }
}
