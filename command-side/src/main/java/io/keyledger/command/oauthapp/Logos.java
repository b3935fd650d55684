package io.keyledger.command.oauthapp;

import java.util.Base64;
import java.util.Optional;

/** Logos are {@code data:} URLs (RFC 2397): pages show them, and nobody fetches anything. */
public final class Logos {

    private static final int MOST_BYTES = 32 * 1024;

    private Logos() {}

    /**
     * Writes an image as a logo. What sort of image it is, its own bytes say.
     *
     * @return nothing when it is too large, or none that a logo can be
     */
    public static Optional<String> url(byte[] image) {
        return ImageFormat.of(image)
                .filter(_ -> image.length <= MOST_BYTES)
                .map(it -> "data:" + it.mediaType() + ";base64," + base64(image));
    }

    private static String base64(byte[] image) {
        return Base64.getEncoder().encodeToString(image);
    }
}
