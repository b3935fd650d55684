package io.keyledger.server.oauth.hub;

import io.keyledger.server.startup.StartupRefused;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people and apps reach this service: {@code keyledger.public-url}. Never taken from a
 * request, whose {@code Host} is whatever its sender likes.
 */
@Component
public final class PublicUrl {

    static final String PROPERTY = "keyledger.public-url";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private final Environment environment;
    private final @Nullable String configured;

    PublicUrl(Environment environment) {
        this.environment = environment;
        String property = environment.getProperty(PROPERTY);
        this.configured = property == null ? null : checked(property);
    }

    /** Scheme, host and port, without a slash at the end. */
    public String value() {
        return configured == null
                ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                : configured;
    }

    private static String checked(String property) {
        try {
            URI url = URI.create(property);
            if (isOrigin(url) && (isHttps(url) || isLoopback(url))) {
                return url.getScheme() + "://" + url.getRawAuthority();
            }
        } catch (IllegalArgumentException _) {
            // Refused below, without the parser's words.
        }
        throw new StartupRefused(
                PROPERTY + " is not the address of a service: " + property,
                "Write https and a host, such as https://api.example.com; http is for loopback"
                        + " addresses alone, and a path, query or user has no place in it.");
    }

    private static boolean isOrigin(URI url) {
        return url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null
                && (url.getPath().isEmpty() || url.getPath().equals("/"));
    }

    private static boolean isHttps(URI url) {
        return "https".equals(url.getScheme());
    }

    private static boolean isLoopback(URI url) {
        return "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    }
}
