package io.keyledger.server.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;

/**
 * Cookies with the {@code __Host-} prefix: browsers refuse them from other hosts and over plain
 * HTTP. {@code Lax} lets them come along when another site sends its user here, and not with
 * another site's forms.
 */
public final class Cookies {

    private static final String PREFIX = "__Host-keyledger-";

    private Cookies() {}

    /** What the browser has sent of this name. */
    public static Optional<String> read(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(PREFIX + name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Until the browser is closed; how long it is worth something is the server's to say. */
    public static String set(String name, String value) {
        return cookie(name, value).build().toString();
    }

    /** For a while. */
    public static String set(String name, String value, Duration age) {
        return cookie(name, value).maxAge(age).build().toString();
    }

    public static String clear(String name) {
        return set(name, "", Duration.ZERO);
    }

    private static ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(PREFIX + name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax");
    }
}
