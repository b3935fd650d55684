package io.keyledger.server.console.frame;

import io.keyledger.server.idempotency.IdempotencyConflict.Kind;
import io.keyledger.server.page.PageProblem;

/** What somebody is told whose form was taken before, and is not what it was. */
final class SentTwice {

    private static final int CONFLICT = 409;
    private static final String WORKSPACES = "/workspaces";

    private SentTwice() {}

    static PageProblem page(Kind kind) {
        return switch (kind) {
            case DIFFERENT_REQUEST ->
                    new PageProblem(
                            CONFLICT,
                            "This form was sent before",
                            "A form is taken once. What it said when it was first sent was done;"
                                    + " what it says now was not. Look at what was done, and open"
                                    + " the form anew if there is more to do.");
            case IN_PROGRESS ->
                    new PageProblem(
                            CONFLICT,
                            "This form is still being worked on",
                            "It was sent before, and that is not finished. Wait a moment, and look"
                                    + " at what was done.");
            case SEALED_FOR_ANOTHER_SECRET ->
                    new PageProblem(
                            CONFLICT,
                            "This form was sent before you signed in",
                            "It was done then, and its answer was for that session alone. If it"
                                    + " had a secret in it that nobody has, rotate the secret.");
        };
    }

    /** The page that a form belongs to stands above it; above a workspace stands the first page. */
    static String above(String form) {
        String above = form.substring(0, form.lastIndexOf('/'));
        return above.endsWith(WORKSPACES)
                ? above.substring(0, above.length() - WORKSPACES.length())
                : above;
    }
}
