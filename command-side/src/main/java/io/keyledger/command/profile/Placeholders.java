package io.keyledger.command.profile;

import io.keyledger.api.hub.Refusal;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which placeholders have a meaning where. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z_-]*)\\}");
    private static final Set<String> ALWAYS = Set.of("hub", "credential-kind");
    private static final Set<String> OF_THE_FORM = Set.of("code", "text", "status");
    private static final Set<String> OF_ONE_ERROR = Set.of("field", "message");
    private static final String ERRORS = "errors";

    private final Set<String> known;
    private final String where;

    private Placeholders(Set<String> known, String where) {
        this.known = known;
        this.where = where;
    }

    /** In the body of a refusal; null for the default body. */
    static Placeholders inBody(@Nullable Refusal refusal) {
        Set<String> known = inRequest(refusal);
        known.addAll(OF_THE_FORM);
        if (refusal == Refusal.VALIDATION) {
            known.add(ERRORS);
        }
        return new Placeholders(known, whereIs(refusal));
    }

    /**
     * In the items of a list. A list of one item under {@code validation} has such an item for each
     * message.
     */
    Placeholders inItems(int items) {
        if (items != 1 || !known.contains(ERRORS)) {
            return this;
        }
        Set<String> ofOneError = new TreeSet<>(known);
        ofOneError.addAll(OF_ONE_ERROR);
        return new Placeholders(ofOneError, where);
    }

    static Placeholders inText(Refusal refusal) {
        return new Placeholders(inRequest(refusal), "in the text of " + Choice.word(refusal));
    }

    private static String whereIs(@Nullable Refusal refusal) {
        return refusal == null ? "in the default body" : "in the body of " + Choice.word(refusal);
    }

    private static Set<String> inRequest(@Nullable Refusal refusal) {
        Set<String> known = new TreeSet<>(ALWAYS);
        if (refusal == Refusal.INSUFFICIENT_SCOPE) {
            known.add("scope");
        }
        if (refusal == Refusal.RATE_LIMITED || refusal == Refusal.UNAVAILABLE) {
            known.add("retry-after");
        }
        return known;
    }

    void check(Part text) {
        Matcher placeholder = PLACEHOLDER.matcher(text.text());
        while (placeholder.find()) {
            String name = placeholder.group(1);
            if (!known.contains(name)) {
                text.complain(
                        "has {"
                                + name
                                + "}, which stands for nothing "
                                + where
                                + ". "
                                + DidYouMean.among(known, name, "Known there"));
            } else if (name.equals(ERRORS) && !text.text().equals("{errors}")) {
                text.complain("must be {errors} alone, since it becomes an object.");
            }
        }
    }
}
