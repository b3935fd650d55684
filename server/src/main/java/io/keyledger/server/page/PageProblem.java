package io.keyledger.server.page;

import io.keyledger.server.correlation.CorrelationId;
import java.io.Serial;

/** A page cannot be shown or a form not be taken, and the person is told why. */
public final class PageProblem extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String text;

    /**
     * @param title what is the matter, in a few words
     * @param text what the person can do about it
     */
    public PageProblem(int status, String title, String text) {
        super(title, null, false, false);
        this.status = status;
        this.title = title;
        this.text = text;
    }

    /** The service cannot answer now. */
    public static PageProblem unavailable() {
        return new PageProblem(
                503,
                "This does not work at the moment",
                "Nothing is known to have changed. Please try again in a minute.");
    }

    /** The service has a defect; the log says which, under the id that the person is told. */
    public static PageProblem failed() {
        return new PageProblem(
                500,
                "Something went wrong",
                "It is not your fault. If it happens again, please tell the people who run this, and"
                        + " name this request to them: "
                        + CorrelationId.current());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }
}
