package io.keyledger.api.hub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pattern of a {@link Route}, read: {@code /v1/campaigns/{campaign}/leads/**}.
 *
 * @param segments what must stand between the slashes, one by one; a pattern that ends with a slash
 *     ends with an empty literal
 * @param open whether anything may follow the segments, or nothing: the pattern ends with {@code
 *     **}
 */
public record RoutePattern(List<Segment> segments, boolean open) {

    private static final String REST = "**";

    /**
     * What a path segment may hold as it stands (RFC 3986 §3.3), but for the letters of patterns.
     */
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~!$&'()+,=:@-]*");

    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_-]*}");

    public RoutePattern {
        segments = List.copyOf(segments);
    }

    /** One segment of a pattern. */
    public sealed interface Segment {

        /** Stands for itself, letter by letter. */
        record Literal(String text) implements Segment {}

        /** Stands for any one segment that is not empty. */
        record Parameter(String name) implements Segment {}
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong and what to
     *     write
     */
    public static RoutePattern parse(String pattern) {
        require(pattern.startsWith("/"), pattern, "a path starts with a slash");
        List<String> parts = new ArrayList<>(List.of(pattern.substring(1).split("/", -1)));
        boolean open = parts.getLast().equals(REST);
        if (open) {
            parts.removeLast();
        }
        return new RoutePattern(segments(pattern, parts, open), open);
    }

    private static List<Segment> segments(String pattern, List<String> parts, boolean open) {
        Set<String> names = new HashSet<>();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1 && !open;
            require(last || !parts.get(i).isEmpty(), pattern, "only the last segment may be empty");
            Segment segment = segment(pattern, parts.get(i));
            if (segment instanceof Segment.Parameter(String name)) {
                require(names.add(name), pattern, "{" + name + "} stands in it twice");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static Segment segment(String pattern, String part) {
        if (PARAMETER.matcher(part).matches()) {
            return new Segment.Parameter(part.substring(1, part.length() - 1));
        }
        require(!part.contains(REST), pattern, "** can only be the whole last segment");
        require(
                !part.contains("{") && !part.contains("}"),
                pattern,
                "braces hold a name and make up a whole segment, such as {id}");
        require(!part.equals(".") && !part.equals(".."), pattern, "dots alone are no segment");
        require(
                LITERAL.matcher(part).matches(),
                pattern,
                "a literal segment has letters, digits and ._~!$&'()+,=:@- only, none of them encoded");
        return new Segment.Literal(part);
    }

    private static void require(boolean met, String pattern, String why) {
        if (!met) {
            throw new IllegalArgumentException("the path pattern " + pattern + " is wrong: " + why);
        }
    }
}
