package io.keyledger.server.pepper;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.startup.StartupRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows, in the database, which peppers were ever current and how to recognise them. A node whose
 * peppers do not fit would take valid credentials for unknown ones.
 */
final class PepperRegister {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] CONSTANT =
            "keyledger pepper fingerprint".getBytes(StandardCharsets.UTF_8);
    private static final int FINGERPRINT_BYTES = 16;

    private final JdbcClient database;
    private final Peppers peppers;
    private final Set<String> retired;

    PepperRegister(JdbcClient database, Peppers peppers, Set<String> retired) {
        this.database = database;
        this.peppers = peppers;
        this.retired = Set.copyOf(retired);
    }

    /**
     * Enters the current pepper, and holds all of them against what the database knows.
     *
     * @throws StartupRefused when one is another key under a known id, or one is missing
     */
    void enter() {
        enter(peppers.current());
        peppers.all().forEach(this::requireSameKey);
        Set<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new StartupRefused(
                    "Credentials in this database were issued under peppers that this node does not"
                            + " have: %s. It would refuse them.".formatted(missing),
                    "Add them to keyledger.peppers after the current one; or, when none of their"
                            + " credentials is to work any more, name them in"
                            + " keyledger.retired-peppers.");
        }
    }

    private void enter(Pepper pepper) {
        database.sql("INSERT INTO pepper (id, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(pepper.id(), fingerprint(pepper))
                .update();
    }

    private void requireSameKey(Pepper pepper) {
        byte[] known = registered().get(pepper.id());
        if (known != null && !MessageDigest.isEqual(known, fingerprint(pepper))) {
            throw new StartupRefused(
                    "Pepper %s is not the key that this database knows by that id."
                            .formatted(pepper.id()),
                    "Restore the right key (on the embedded database: the file %s of the data directory,"
                                    .formatted(PepperSource.FILE)
                            + " from the same backup); a new pepper gets a new id.");
        }
    }

    /** Ids of peppers that were current once, are not retired, and are not known to this node. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(registered().keySet());
        missing.removeAll(retired);
        missing.removeAll(peppers.all().stream().map(Pepper::id).collect(Collectors.toSet()));
        return missing;
    }

    private Map<String, byte[]> registered() {
        return database
                .sql("SELECT id, fingerprint FROM pepper")
                .query((row, number) -> Map.entry(row.getString(1), row.getBytes(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static byte[] fingerprint(Pepper pepper) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper.key());
            return Arrays.copyOf(mac.doFinal(CONSTANT), FINGERPRINT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }
}
