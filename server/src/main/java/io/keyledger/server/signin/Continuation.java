package io.keyledger.server.signin;

import io.keyledger.server.oauth.hub.OAuthHub;

/**
 * Where a person goes on once signed in: a page of the same folder, with its query. Nothing else is
 * ever followed, so that a link to the sign-in page leads nowhere but here.
 */
public final class Continuation {

    /** The query parameter, and the form's field, that it is carried in. */
    public static final String PARAMETER = "continue";

    /** The person's own page. */
    public static final String ACCOUNT = "account";

    private static final int LONGEST = 8_000;

    private Continuation() {}

    /** The same when it is one of ours; the person's own page for any other. */
    public static String checked(OAuthHub hub, String wanted) {
        return isOurs(hub, wanted) ? wanted : ACCOUNT;
    }

    private static boolean isOurs(OAuthHub hub, String wanted) {
        return wanted.length() <= LONGEST
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\' && c != '#')
                && (wanted.equals(ACCOUNT) || wanted.startsWith(hub.authorizeName() + "?"));
    }
}
