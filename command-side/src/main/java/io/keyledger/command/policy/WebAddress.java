package io.keyledger.command.policy;

import io.keyledger.api.net.IpAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that nobody on the way can listen to: https, or http to this very machine. It is
 * written in the one way in which all that read it understand the same: no user, no fragment, no
 * wildcard, nothing outside ASCII, no number that some take for an address and some for a name, no
 * segment that leads back up.
 *
 * @param path empty, or starting with a slash
 * @param query without its question mark; null when there is none
 */
public record WebAddress(String scheme, String host, String path, @Nullable String query) {

    private static final int LONGEST = 500;
    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    /** The characters of a path and a query (RFC 3986 §3.3), but for the asterisk. */
    private static final String WRITTEN = "(?:[-0-9A-Za-z._~!$&'()+,;=:@/%s]|%%[0-9A-Fa-f]{2})*+";

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(https?)://(\\[[0-9A-Fa-f:.]+]|[-0-9A-Za-z.]+)(?::([1-9][0-9]{0,4}))?((?:/"
                            + WRITTEN.formatted("")
                            + ")?)(?:\\?("
                            + WRITTEN.formatted("?")
                            + "))?");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[0-9A-Za-z](?:[-0-9A-Za-z]{0,61}[0-9A-Za-z])?\\.)*"
                            + "[A-Za-z](?:[-0-9A-Za-z]{0,61}[0-9A-Za-z])?");
    private static final Pattern DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);

    /** Reads an address; nothing when it is none of these. */
    public static Optional<WebAddress> parse(String text) {
        Matcher parts = ADDRESS.matcher(text);
        return text.length() <= LONGEST && parts.matches() && isPort(parts.group(3))
                ? Optional.of(of(parts)).filter(WebAddress::isAcceptable)
                : Optional.empty();
    }

    private static WebAddress of(Matcher parts) {
        return new WebAddress(parts.group(1), parts.group(2), parts.group(4), parts.group(5));
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || Integer.parseInt(port) <= LAST_PORT;
    }

    private boolean isAcceptable() {
        return (scheme.equals("https") ? isHost() : THIS_MACHINE.contains(host))
                && Arrays.stream(path.split("/")).noneMatch(WebAddress::isRelative);
    }

    private boolean isHost() {
        boolean name = host.length() <= LONGEST_HOST && NAME.matcher(host).matches();
        return name || isLiteral();
    }

    private boolean isLiteral() {
        boolean bracketed = host.startsWith("[");
        IpAddress address =
                IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host);
        return address != null && bracketed != address.isIpv4();
    }

    private static boolean isRelative(String segment) {
        String plain = DOT.matcher(segment).replaceAll(".");
        return plain.equals(".") || plain.equals("..");
    }
}
