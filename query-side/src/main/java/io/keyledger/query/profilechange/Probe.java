package io.keyledger.query.profilechange;

import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A path that stands for all that a route pattern matches, or for some of it.
 *
 * @param path a request may have it, and no pattern has a literal like its placeholders
 * @param label the path for people
 */
record Probe(String path, String label) {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** No profile has a segment of this spelling. */
    private static final String ANY = "~any~";

    /** The methods that one route is asked about with. */
    static List<String> methods(Route route) {
        return route.method().equals(Route.ANY_METHOD) ? METHODS : List.of(route.method());
    }

    /** How many segments the longest of some routes has. */
    static int longest(Stream<Route> routes) {
        return routes.mapToInt(it -> RoutePattern.parse(it.pattern()).segments().size())
                .max()
                .orElse(0);
    }

    /**
     * The probes of one route. A pattern that ends in {@code **} matches paths of any length, which
     * other routes may judge differently: the shortest, one segment more, and one that is longer
     * than any other pattern.
     *
     * @param longest number of segments of a pattern in either profile
     */
    static List<Probe> of(Route route, int longest) {
        RoutePattern pattern = RoutePattern.parse(route.pattern());
        List<Segment> segments = pattern.segments();
        if (!pattern.open()) {
            return List.of(new Probe(path(segments, 0), route.pattern()));
        }
        List<Probe> probes = new ArrayList<>();
        String base = "/" + text(segments, false);
        String below = segments.isEmpty() ? "" : base;
        probes.add(new Probe(path(segments, 0), base));
        probes.add(new Probe(path(segments, 1), below + "/*"));
        int rest = Math.max(2, longest + 1 - segments.size());
        probes.add(new Probe(path(segments, rest), below + "/*/**"));
        return probes;
    }

    private static String path(List<Segment> segments, int more) {
        List<String> parts = new ArrayList<>();
        if (!segments.isEmpty()) {
            parts.add(text(segments, true));
        }
        parts.addAll(Collections.nCopies(more, ANY));
        return "/" + String.join("/", parts);
    }

    private static String text(List<Segment> segments, boolean sample) {
        return segments.stream()
                .map(segment ->
                        switch (segment) {
                            case Segment.Literal(String text) -> text;
                            case Segment.Parameter(String name) -> sample ? ANY : "{" + name + "}";
                        })
                .collect(Collectors.joining("/"));
    }
}
