package io.keyledger.server.keymaterial;

import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Base64 of random bytes. What is wrong with one is told without showing any of it.
 *
 * @param called what it is called in messages: {@code Pepper p1}
 * @param howToMakeOne what the operator is told when it is not there or not strong
 */
public record KeyMaterial(String called, String howToMakeOne) {

    /** The fewest bytes that a key may have. */
    public static final int SHORTEST = 32;

    private static final int GENERATED_BYTES = 48;

    /** 32 random bytes hold about 30 different ones; fewer than 16 happen once in 10^14 times. */
    private static final int FEWEST_DIFFERENT_BYTES = 16;

    /** A new one, as text. */
    public static String generated() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of a key that is given either as text or in a file.
     *
     * @param setting the property that names the file
     * @throws StartupRefused when neither or both are given, it cannot be read, or it is weak
     */
    public byte[] configured(@Nullable String base64, @Nullable Path file, String setting) {
        return strong(text(base64, file, setting));
    }

    /**
     * The text of a key that is given either here or in a file, whatever its form.
     *
     * @param setting the property that names the file
     * @throws StartupRefused when neither or both are given, or it cannot be read
     */
    public String text(@Nullable String text, @Nullable Path file, String setting) {
        if (text != null && file == null) {
            return text;
        }
        if (text == null && file != null) {
            return contentOf(file, setting);
        }
        throw new StartupRefused(
                "%s needs either a key or a file.".formatted(called), howToMakeOne);
    }

    /**
     * The bytes of a key.
     *
     * @throws StartupRefused when it is not base64, too short, or not random
     */
    public byte[] strong(String base64) {
        byte @Nullable [] key = decoded(base64);
        if (key == null) {
            throw weak("is not base64");
        }
        if (key.length < SHORTEST) {
            throw weak("has %d bytes, fewer than %d".formatted(key.length, SHORTEST));
        }
        if (differentBytes(key) < FEWEST_DIFFERENT_BYTES) {
            throw weak("is not random");
        }
        return key;
    }

    private String contentOf(Path file, String setting) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartupRefused(
                    "The file of %s cannot be read: %s".formatted(inASentence(), e),
                    "Correct %s, or make the file readable for this user.".formatted(setting),
                    e);
        }
    }

    private String inASentence() {
        return Character.toLowerCase(called.charAt(0)) + called.substring(1);
    }

    private StartupRefused weak(String reason) {
        return new StartupRefused("%s %s.".formatted(called, reason), howToMakeOne);
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
}
