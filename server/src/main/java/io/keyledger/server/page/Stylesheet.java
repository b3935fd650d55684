package io.keyledger.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;

/**
 * The one stylesheet of all pages, beside them. Its name has its content's digest in it, so that a
 * browser never asks for the same one twice.
 */
final class Stylesheet implements HubEndpoint {

    private static final int DIGEST_SHOWN = 6;

    private final byte[] content = read("static/keyledger.css");
    private final String name = "keyledger-" + version(content) + ".css";

    /** Relative to the pages. */
    String name() {
        return name;
    }

    @Override
    public boolean isAt(OAuthHub hub, String path) {
        return path.equals(hub.besideAuthorize(name));
    }

    @Override
    public void answer(OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.getOutputStream().write(content);
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
            return new ClassPathResource(resource).getContentAsString(UTF_8).getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
