package io.keyledger.server.console.signin;

import io.keyledger.api.hub.HubId;
import io.keyledger.server.console.access.ConsolePath;

/**
 * Where a person goes after signing in: to a page of the same hub's console, whatever was asked.
 */
final class GoingOn {

    private static final int LONGEST = 2_000;

    private GoingOn() {}

    /** The same when it is one of ours; the first page for any other. */
    static String checked(HubId hub, String wanted) {
        String home = ConsolePath.of(hub);
        return isBelow(home, wanted) ? wanted : home;
    }

    private static boolean isBelow(String home, String wanted) {
        return wanted.length() <= LONGEST
                && (wanted.startsWith(home + "/") || wanted.startsWith(home + "?"))
                && !wanted.startsWith(home + "//")
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\' && c != '#');
    }
}
