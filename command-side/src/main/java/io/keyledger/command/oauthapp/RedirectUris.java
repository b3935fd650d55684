package io.keyledger.command.oauthapp;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address is one that an app has registered. Nothing is parsed, decoded or normalised:
 * two addresses are the same when they are written the same (RFC 9700 §2.1).
 *
 * <p>But for one thing: an app on its user's device cannot know which port it will get, so that of
 * {@code http://127.0.0.1} and {@code http://[::1]} may be any (RFC 8252 §7.3). That of {@code
 * localhost} may not: it is a name, and what it stands for is the resolver's to say (RFC 8252
 * §8.3).
 */
public final class RedirectUris {

    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::([1-9][0-9]{0,4}))?([/?].*)?");
    private static final int LAST_PORT = 65_535;

    private RedirectUris() {}

    /** Whether people may be sent to {@code requested}. */
    public static boolean match(Collection<String> registered, String requested) {
        return registered.contains(requested) || matchButForThePort(registered, requested);
    }

    private static boolean matchButForThePort(Collection<String> registered, String requested) {
        String wanted = withoutPort(requested);
        return wanted != null
                && registered.stream().map(RedirectUris::withoutPort).anyMatch(wanted::equals);
    }

    /** An address of the loopback interface without its port; null for any other. */
    private static @Nullable String withoutPort(String uri) {
        Matcher parts = LOOPBACK.matcher(uri);
        return parts.matches() && isPort(parts.group(2))
                ? parts.group(1) + Objects.requireNonNullElse(parts.group(3), "")
                : null;
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || Integer.parseInt(port) <= LAST_PORT;
    }
}
