package io.keyledger.server.pepper;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.pepper.PepperProperties.ConfiguredPepper;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the peppers from the configuration, or from the data directory, and refuses weak ones. */
final class PepperSource {

    static final String FILE = "pepper";
    static final String GENERATED_ID = "p1";

    private static final Logger LOG = LoggerFactory.getLogger(PepperSource.class);
    private static final int GENERATED_BYTES = 48;

    /** 32 random bytes hold about 30 different ones; fewer than 16 happen once in 10^14 times. */
    private static final int FEWEST_DIFFERENT_BYTES = 16;

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
        if ((pepper.key() == null) == (pepper.file() == null)) {
            throw new StartupRefused(
                    "Pepper %s needs either a key or a file.".formatted(pepper.id()),
                    HOW_TO_MAKE_ONE);
        }
        return strong(pepper.id(), pepper.key() == null ? contentOf(pepper) : pepper.key());
    }

    private static String contentOf(ConfiguredPepper pepper) {
        try {
            return Files.readString(Objects.requireNonNull(pepper.file()));
        } catch (IOException e) {
            throw new StartupRefused(
                    "The file of pepper %s cannot be read: %s".formatted(pepper.id(), e),
                    "Correct keyledger.peppers[…].file, or make the file readable for this user.",
                    e);
        }
    }

    private static Pepper ofDataDirectory(DataDirectory data) {
        return strong(GENERATED_ID, data.read(FILE).orElseGet(() -> generatedInto(data)));
    }

    private static String generatedInto(DataDirectory data) {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        data.write(FILE, key + "\n");
        LOG.info(
                "Made the pepper {}. Back it up apart from the database: without it no credential works",
                data.resolve(FILE));
        return key;
    }

    private static Pepper strong(String id, String base64) {
        byte @Nullable [] key = decoded(base64);
        if (key == null) {
            throw weak(id, "is not base64");
        }
        if (key.length < Pepper.SHORTEST) {
            throw weak(id, "has %d bytes, fewer than %d".formatted(key.length, Pepper.SHORTEST));
        }
        if (differentBytes(key) < FEWEST_DIFFERENT_BYTES) {
            throw weak(id, "is not random");
        }
        return named(id, key);
    }

    private static Pepper named(String id, byte[] key) {
        try {
            return Pepper.of(id, key);
        } catch (IllegalArgumentException e) {
            throw new StartupRefused("keyledger.peppers: " + e.getMessage(), "Correct the id.", e);
        }
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes the key.
            return null;
        }
    }

    private static long differentBytes(byte[] key) {
        return IntStream.range(0, key.length).map(i -> key[i]).distinct().count();
    }

    private static StartupRefused weak(String id, String reason) {
        return new StartupRefused("Pepper %s %s.".formatted(id, reason), HOW_TO_MAKE_ONE);
    }
}
