package io.keyledger.server.console.access;

import io.keyledger.server.page.PageProblem;

/** What is not there, or not theirs who ask: nobody can tell which. */
public final class Absent {

    private Absent() {}

    public static PageProblem page() {
        return new PageProblem(
                404,
                "There is nothing here",
                "The address may be mistyped, or what was here is gone or not yours to see.");
    }
}
