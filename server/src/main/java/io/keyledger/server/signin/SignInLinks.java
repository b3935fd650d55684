package io.keyledger.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.server.page.PageAnswer.Elsewhere;
import java.net.URLEncoder;

/** Links to where people sign in, with what follows. */
public final class SignInLinks {

    /** The query parameter by which even a person who is signed in is asked. */
    public static final String AGAIN = "again";

    private SignInLinks() {}

    /** To sign in unless the person is signed in already. */
    public static Elsewhere signIn(String continuation) {
        return new Elsewhere(link(SignInPage.NAME, continuation, false));
    }

    /** To sign in, whoever is signed in. */
    public static Elsewhere signInAgain(String continuation) {
        return new Elsewhere(link(SignInPage.NAME, continuation, true));
    }

    /** A page that goes on to another. */
    public static String link(String page, String continuation, boolean again) {
        String link =
                page + "?" + Continuation.PARAMETER + "=" + URLEncoder.encode(continuation, UTF_8);
        return again ? link + "&" + AGAIN + "=1" : link;
    }
}
