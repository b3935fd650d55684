package io.keyledger.server.controlplane.caller;

import io.keyledger.server.ledger.VersionConflictException;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code If-Match} demands (RFC 9110 §13.1.1): that the resource has one of these versions.
 *
 * @param versions empty when any will do
 */
public record IfMatch(SortedSet<Long> versions) {

    public static final IfMatch ANYTHING = new IfMatch(Collections.emptySortedSet());

    /** What no resource ever has: for tags that are weak, or that no answer of ours had. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final int MOST = 20;
    private static final Pattern ITEM =
            Pattern.compile("\\G[ \t]*(?:(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\")?[ \t]*(,|$)");
    private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,17}");

    public IfMatch {
        versions = Collections.unmodifiableSortedSet(versions);
    }

    /** One version, as a form has it; any will do where it has none. */
    public static IfMatch version(String version) {
        return version.isEmpty() ? ANYTHING : new IfMatch(new TreeSet<>(List.of(number(version))));
    }

    /** Reads the header's lines, which are one list (RFC 9110 §5.3). */
    static IfMatch read(List<String> lines) {
        String list = String.join(",", lines).strip();
        return lines.isEmpty() || list.equals("*") ? ANYTHING : new IfMatch(tags(list));
    }

    private static SortedSet<Long> tags(String list) {
        SortedSet<Long> versions = new TreeSet<>();
        Matcher item = ITEM.matcher(list);
        int end = 0;
        while (end < list.length() && item.find()) {
            if (item.group(2) != null) {
                versions.add(version(item.group(1) != null, item.group(2)));
            }
            end = item.end();
        }
        if (end < list.length() || versions.isEmpty() || versions.size() > MOST) {
            throw ProblemException.of(
                    ProblemCode.INVALID_HEADER,
                    "If-Match",
                    "Send the entity tag as an answer's ETag had it, such as \"3\"; at most "
                            + MOST
                            + " of them.");
        }
        return versions;
    }

    /** If-Match compares strongly: a weak tag is nobody's. */
    private static long version(boolean weak, String tag) {
        return weak ? NEVER : number(tag);
    }

    private static long number(String version) {
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : NEVER;
    }

    /**
     * Makes a change of whichever of the versions the resource has.
     *
     * @throws VersionConflictException when it has none of them; nothing has changed then
     */
    public <T> T attempt(Function<OptionalLong, T> change) {
        if (versions.isEmpty()) {
            return change.apply(OptionalLong.empty());
        }
        Iterator<Long> rest = versions.iterator();
        long version = rest.next();
        while (rest.hasNext()) {
            try {
                return change.apply(OptionalLong.of(version));
            } catch (VersionConflictException _) {
                version = rest.next();
            }
        }
        return change.apply(OptionalLong.of(version));
    }
}
