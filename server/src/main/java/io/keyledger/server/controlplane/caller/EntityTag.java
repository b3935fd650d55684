package io.keyledger.server.controlplane.caller;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource's version as an entity tag (RFC 9110 §8.8.3): strong, and the version in quotes. */
public final class EntityTag {

    private static final Pattern FORM = Pattern.compile("\"(\\d{1,18})\"");

    private EntityTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that {@code If-Match} demands; empty for {@code *}, which demands none. */
    static OptionalLong expected(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = FORM.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_HEADER,
                    "If-Match",
                    "Send one entity tag as an answer's ETag had it, such as \"3\".");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
}
