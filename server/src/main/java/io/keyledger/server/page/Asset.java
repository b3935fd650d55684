package io.keyledger.server.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;

/**
 * A file that pages load. Its name has its content's digest in it, so that a browser never asks for
 * the same one twice.
 */
public final class Asset {

    /** For as long as a browser likes. */
    public static final String CACHING = "public, max-age=31536000, immutable";

    private static final int DIGEST_SHOWN = 6;

    private final byte[] content;
    private final String name;

    private Asset(byte[] content, String name) {
        this.content = content;
        this.name = name;
    }

    /**
     * Reads a file of the class path.
     *
     * @param resource its path, without a slash before it
     */
    public static Asset of(String resource) {
        byte[] content = read(resource);
        String file = resource.substring(resource.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return new Asset(
                content, file.substring(0, dot) + "-" + version(content) + file.substring(dot));
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return (name.endsWith(".js") ? "text/javascript" : "text/css") + ";charset=UTF-8";
    }

    public byte[] content() {
        return content.clone();
    }

    private static String version(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, DIGEST_SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
