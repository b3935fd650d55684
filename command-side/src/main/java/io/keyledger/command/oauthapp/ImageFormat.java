package io.keyledger.command.oauthapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The images that browsers show and never run. SVG is not one of them: it is a document, and may
 * hold scripts and addresses to fetch.
 */
enum ImageFormat {
    PNG("image/png", "\u0089PNG\r\n\u001A\n.*"),
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF.*"),
    GIF("image/gif", "GIF8[79]a.*"),
    WEBP("image/webp", "RIFF.{4}WEBP.*");

    private static final int LONGEST_MAGIC = 12;

    private final String mediaType;
    private final Pattern magic;

    ImageFormat(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = Pattern.compile(magic, Pattern.DOTALL);
    }

    /** What an image is, whatever it is called: its first bytes tell. */
    static Optional<ImageFormat> of(byte[] image) {
        int length = Math.min(image.length, LONGEST_MAGIC);
        String start = new String(image, 0, length, ISO_8859_1);
        return Arrays.stream(values()).filter(it -> it.magic.matcher(start).matches()).findFirst();
    }

    String mediaType() {
        return mediaType;
    }
}
