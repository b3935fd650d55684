package io.keyledger.server.oauth.keys;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that access tokens are signed with.
 *
 * @param signingKeys the first signs, the others are still published; without any, and with the
 *     embedded database only, one is made and kept in the data directory
 */
@ConfigurationProperties("keyledger.oauth")
record SigningKeyProperties(@DefaultValue List<ConfiguredKey> signingKeys) {

    /**
     * One signing key, given either here or in a file.
     *
     * @param key an RSA key in PKCS#8, as PEM or base64
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
