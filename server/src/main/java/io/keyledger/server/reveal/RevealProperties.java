package io.keyledger.server.reveal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys under which recoverable secrets are sealed.
 *
 * @param keys the first seals, the others still open what was sealed under them; without any, and
 *     with the embedded database only, one is made and kept in the data directory
 */
@ConfigurationProperties("keyledger.reveal")
record RevealProperties(@DefaultValue List<ConfiguredKey> keys) {

    /**
     * One reveal key, given either here or in a file.
     *
     * @param key base64 of at least 32 random bytes
     * @param file a file that holds the same and nothing else
     */
    record ConfiguredKey(@Nullable String key, @Nullable Path file) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "ConfiguredKey[…]";
        }
    }
}
