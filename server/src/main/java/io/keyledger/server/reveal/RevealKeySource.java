package io.keyledger.server.reveal;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.keymaterial.KeyMaterial;
import io.keyledger.server.reveal.RevealProperties.ConfiguredKey;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the reveal keys from the configuration, or from the data directory. */
final class RevealKeySource {

    static final String FILE = "reveal-key";

    static final String HOW_TO_MAKE_ONE =
            "Make one with “openssl rand -base64 48”, keep it where the database is not, give the same"
                    + " to every node that handles commands, and set keyledger.reveal.keys[0].key=… (or"
                    + " .file=…).";

    private static final Logger LOG = LoggerFactory.getLogger(RevealKeySource.class);

    private RevealKeySource() {}

    /**
     * The configured keys; without any, the one of the data directory, or none.
     *
     * @param mayGenerate whether this process alone uses the database
     */
    static RevealKeys keys(
            List<ConfiguredKey> configured, DataDirectory data, boolean mayGenerate) {
        if (!configured.isEmpty()) {
            return configured(configured);
        }
        return new RevealKeys(mayGenerate ? List.of(ofDataDirectory(data)) : List.of());
    }

    private static RevealKeys configured(List<ConfiguredKey> configured) {
        List<RevealKey> keys = new ArrayList<>();
        for (ConfiguredKey key : configured) {
            String place = "keyledger.reveal.keys[" + keys.size() + "]";
            keys.add(
                    RevealKey.of(
                            material(place).configured(key.key(), key.file(), place + ".file")));
        }
        return new RevealKeys(keys);
    }

    private static RevealKey ofDataDirectory(DataDirectory data) {
        String base64 = data.read(FILE).orElseGet(() -> generatedInto(data));
        return RevealKey.of(material(data.resolve(FILE).toString()).strong(base64));
    }

    private static String generatedInto(DataDirectory data) {
        String key = KeyMaterial.generated();
        data.write(FILE, key + "\n");
        LOG.info(
                "Made the reveal key {}. Back it up apart from the database: without it no secret can be"
                        + " shown again",
                data.resolve(FILE));
        return key;
    }

    private static KeyMaterial material(String place) {
        return new KeyMaterial("Reveal key " + place, HOW_TO_MAKE_ONE);
    }
}
