package io.keyledger.server.dataplane;

import org.jspecify.annotations.Nullable;

/** Takes request targets apart (RFC 9112 §3.2). */
final class Target {

    private static final String AUTHORITY = "://";

    private Target() {}

    /** The path: without query, and without scheme and authority. */
    static String path(String target) {
        int start = pathStart(target);
        int end = pathEnd(target, start);
        return start == 0 && end == target.length() ? target : target.substring(start, end);
    }

    /** Whether the target starts with a scheme and an authority. */
    static boolean isAbsolute(String target) {
        return pathStart(target) > 0;
    }

    /** The authority of an absolute target; null when it has none. */
    static @Nullable String authority(String target) {
        int start = pathStart(target);
        return start == 0
                ? null
                : target.substring(target.indexOf(AUTHORITY) + AUTHORITY.length(), start);
    }

    /** The value of a query parameter, as it is written; null when it is not there. */
    static @Nullable String parameter(String target, String name) {
        int at = target.indexOf('?');
        while (at >= 0) {
            int start = at + 1;
            at = target.indexOf('&', start);
            int end = at < 0 ? target.length() : at;
            if (target.startsWith(name, start)
                    && start + name.length() < end
                    && target.charAt(start + name.length()) == '=') {
                return target.substring(start + name.length() + 1, end);
            }
        }
        return null;
    }

    private static int pathStart(String target) {
        if (target.startsWith("/")) {
            return 0;
        }
        int authority = target.indexOf(AUTHORITY);
        if (authority <= 0) {
            return 0;
        }
        int slash = target.indexOf('/', authority + AUTHORITY.length());
        return slash < 0 ? target.length() : slash;
    }

    private static int pathEnd(String target, int start) {
        for (int i = start; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '?' || c == '#') {
                return i;
            }
        }
        return target.length();
    }
}
