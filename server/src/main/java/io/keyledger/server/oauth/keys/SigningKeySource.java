package io.keyledger.server.oauth.keys;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.oauth.keys.SigningKeyProperties.ConfiguredKey;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the signing keys from the configuration, or from the data directory. */
final class SigningKeySource {

    static final String FILE = "signing-key";

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeySource.class);

    private SigningKeySource() {}

    /**
     * The configured keys; without any, the one of the data directory, or none.
     *
     * @param mayGenerate whether this process alone uses the database
     */
    static SigningKeys keys(
            List<ConfiguredKey> configured, DataDirectory data, boolean mayGenerate) {
        if (!configured.isEmpty()) {
            return configured(configured);
        }
        return new SigningKeys(mayGenerate ? List.of(ofDataDirectory(data)) : List.of());
    }

    private static SigningKeys configured(List<ConfiguredKey> configured) {
        List<SigningKey> keys = new ArrayList<>();
        for (ConfiguredKey key : configured) {
            String place = "keyledger.oauth.signing-keys[" + keys.size() + "]";
            keys.add(new SigningKeyFile("Signing key " + place, text(key, place)).key());
        }
        if (keys.stream().map(SigningKey::id).distinct().count() < keys.size()) {
            throw new StartupRefused(
                    "The same key stands twice among keyledger.oauth.signing-keys.",
                    "Name each key once: the one that signs first, then those before it.");
        }
        return new SigningKeys(keys);
    }

    private static String text(ConfiguredKey configured, String place) {
        String key = configured.key();
        Path file = configured.file();
        if ((key == null) == (file == null)) {
            throw new StartupRefused(
                    "Signing key %s needs either a key or a file.".formatted(place),
                    SigningKeyFile.HOW_TO_MAKE_ONE);
        }
        return key == null ? contentOf(file, place + ".file") : key;
    }

    private static String contentOf(Path file, String setting) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartupRefused(
                    "The file of %s cannot be read: %s".formatted(setting, e),
                    "Correct the setting, or make the file readable for this user.",
                    e);
        }
    }

    private static SigningKey ofDataDirectory(DataDirectory data) {
        String text = data.read(FILE).orElseGet(() -> generatedInto(data));
        return new SigningKeyFile("Signing key " + data.resolve(FILE), text).key();
    }

    private static String generatedInto(DataDirectory data) {
        String key = SigningKeyFile.generated();
        data.write(FILE, key);
        LOG.info(
                "Made the signing key {}. Apps that check access tokens themselves find its public"
                        + " part at each hub's /.well-known/jwks.json",
                data.resolve(FILE));
        return key;
    }
}
