package io.keyledger.api.token;

import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that digests are made under and that is not in the database.
 *
 * @param id stored beside each digest; says nothing of the key
 */
public record Pepper(String id, SecretKey key) {

    /** The fewest bytes that a pepper may have. */
    public static final int SHORTEST = 32;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

    public Pepper {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a pepper id has the form " + ID.pattern());
        }
    }

    /**
     * Makes a pepper of raw bytes.
     *
     * @throws IllegalArgumentException when {@code key} is shorter than {@value #SHORTEST} bytes
     */
    public static Pepper of(String id, byte[] key) {
        if (key.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "pepper " + id + " has " + key.length + " bytes; it needs " + SHORTEST);
        }
        return new Pepper(id, new SecretKeySpec(key, TokenDigester.ALGORITHM));
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "Pepper[" + id + "]";
    }
}
