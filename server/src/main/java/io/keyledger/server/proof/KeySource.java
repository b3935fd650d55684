package io.keyledger.server.proof;

import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.keymaterial.KeyMaterial;
import io.keyledger.server.proof.CheckpointProperties.ConfiguredKey;
import io.keyledger.server.startup.StartupRefused;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the keys of checkpoints from the configuration, or from the data directory. */
final class KeySource {

    static final String FILE = "checkpoint-key";

    private static final Logger LOG = LoggerFactory.getLogger(KeySource.class);

    private KeySource() {}

    /**
     * The configured keys; without any, the one of the data directory, or none.
     *
     * @param mayGenerate whether this process alone uses the database
     * @throws StartupRefused when one of them is none
     */
    static List<KeyFile.Pair> keys(
            List<ConfiguredKey> configured, DataDirectory data, boolean mayGenerate) {
        if (!configured.isEmpty()) {
            return configured(configured);
        }
        if (mayGenerate) {
            return List.of(ofDataDirectory(data));
        }
        LOG.warn(
                "No key for checkpoints is configured: nothing is signed. {}",
                KeyFile.HOW_TO_MAKE_ONE);
        return List.of();
    }

    private static List<KeyFile.Pair> configured(List<ConfiguredKey> configured) {
        List<KeyFile.Pair> keys = new ArrayList<>();
        for (ConfiguredKey key : configured) {
            String place = "keyledger.checkpoints.keys[" + keys.size() + "]";
            String called = "Checkpoint key " + place;
            String text =
                    new KeyMaterial(called, KeyFile.HOW_TO_MAKE_ONE)
                            .text(key.key(), key.file(), place + ".file");
            keys.add(new KeyFile(called, text).pair());
        }
        return keys;
    }

    private static KeyFile.Pair ofDataDirectory(DataDirectory data) {
        String text = data.read(FILE).orElseGet(() -> generatedInto(data));
        return new KeyFile("Checkpoint key " + data.resolve(FILE), text).pair();
    }

    private static String generatedInto(DataDirectory data) {
        String key = KeyFile.generated();
        data.write(FILE, key);
        LOG.info("Made the key that signs checkpoints: {}", data.resolve(FILE));
        return key;
    }
}
