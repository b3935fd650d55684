package io.keyledger.server.pepper;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys under which digests of credentials are made.
 *
 * @param peppers the first makes new digests, the others still recognise old ones; without any, and
 *     with the embedded database only, one is made and kept in the data directory
 * @param retiredPeppers ids of peppers that were current once and are gone for good: the
 *     credentials issued under them are refused from now on
 */
@ConfigurationProperties("keyledger")
record PepperProperties(
        @DefaultValue List<ConfiguredPepper> peppers, @DefaultValue Set<String> retiredPeppers) {

    /**
     * One pepper, given either here or in a file.
     *
     * @param id stored beside each digest; lower-case letters, digits and hyphens
     * @param key base64 of at least 32 random bytes
     * @param file a file that holds the same and nothing else
     */
    record ConfiguredPepper(String id, @Nullable String key, @Nullable Path file) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "ConfiguredPepper[" + id + "]";
        }
    }
}
