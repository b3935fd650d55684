package io.keyledger.server.pepper;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.keymaterial.KeyMaterial;
import io.keyledger.server.pepper.PepperProperties.ConfiguredPepper;
import io.keyledger.server.startup.StartupRefused;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the peppers from the configuration, or from the data directory, and refuses weak ones. */
final class PepperSource {

    static final String FILE = "pepper";
    static final String GENERATED_ID = "p1";

    private static final Logger LOG = LoggerFactory.getLogger(PepperSource.class);

    private static final String HOW_TO_MAKE_ONE =
            "Make one with “openssl rand -base64 48”, keep it where the database is not, give the same"
                    + " to every node, and set keyledger.peppers[0].id=p1 and keyledger.peppers[0].key=…"
                    + " (or .file=…).";

    private PepperSource() {}

    /**
     * The configured peppers; without any, the one of the data directory.
     *
     * @param mayGenerate whether this process alone uses the database
     * @throws StartupRefused when there is none, or one is weak
     */
    static Peppers peppers(
            List<ConfiguredPepper> configured, DataDirectory data, boolean mayGenerate) {
        if (!configured.isEmpty()) {
            return ofDistinctIds(configured.stream().map(PepperSource::configured).toList());
        }
        if (!mayGenerate) {
            throw new StartupRefused(
                    "No pepper is configured. With a database of your own, Keyledger does not make one:"
                            + " a pepper that lies with one node alone would be lost with it, and every"
                            + " credential too.",
                    HOW_TO_MAKE_ONE);
        }
        return new Peppers(List.of(ofDataDirectory(data)));
    }

    private static Peppers ofDistinctIds(List<Pepper> peppers) {
        try {
            return new Peppers(peppers);
        } catch (IllegalArgumentException e) {
            throw new StartupRefused(
                    "keyledger.peppers: " + e.getMessage(),
                    "Give each pepper an id of its own.",
                    e);
        }
    }

    private static Pepper configured(ConfiguredPepper pepper) {
        return named(
                pepper.id(),
                material(pepper.id())
                        .configured(pepper.key(), pepper.file(), "keyledger.peppers[…].file"));
    }

    private static Pepper ofDataDirectory(DataDirectory data) {
        String base64 = data.read(FILE).orElseGet(() -> generatedInto(data));
        return named(GENERATED_ID, material(GENERATED_ID).strong(base64));
    }

    private static String generatedInto(DataDirectory data) {
        String key = KeyMaterial.generated();
        data.write(FILE, key + "\n");
        LOG.info(
                "Made the pepper {}. Back it up apart from the database: without it no credential works",
                data.resolve(FILE));
        return key;
    }

    private static KeyMaterial material(String id) {
        return new KeyMaterial("Pepper " + id, HOW_TO_MAKE_ONE);
    }

    private static Pepper named(String id, byte[] key) {
        try {
            return Pepper.of(id, key);
        } catch (IllegalArgumentException e) {
            throw new StartupRefused("keyledger.peppers: " + e.getMessage(), "Correct the id.", e);
        }
    }
}
