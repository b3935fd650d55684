package io.keyledger.verdict.profile;

import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to 64 routes that are matched all at once. Each is one bit, the first declared the lowest. A
 * path is walked segment by segment, and the routes that do not want the segment drop out; so the
 * walk is linear in the path, never goes back, and makes no garbage.
 */
final class RouteGroup {

    static final int CAPACITY = Long.SIZE;

    private final Route[] routes;
    private final SegmentIndex[] segments;

    /** The routes that accept the end of the path after so many segments. */
    private final long[] ends;

    private final long open;

    RouteGroup(List<Route> declared) {
        List<RoutePattern> patterns =
                declared.stream().map(route -> RoutePattern.parse(route.pattern())).toList();
        int deepest = patterns.stream().mapToInt(it -> it.segments().size()).max().orElse(0);
        routes = declared.toArray(Route[]::new);
        segments = new SegmentIndex[deepest];
        ends = new long[deepest + 1];
        for (int depth = 0; depth < deepest; depth++) {
            segments[depth] = index(patterns, depth);
        }
        for (int depth = 0; depth <= deepest; depth++) {
            ends[depth] = ending(patterns, depth);
        }
        open = ending(patterns, deepest + 1);
    }

    /** The first declared route that matches {@code path}, whose path part ends at {@code end}. */
    @Nullable Route match(String path, int end) {
        long alive = -1L;
        int start = 1;
        for (int depth = 0; depth < segments.length; depth++) {
            int slash = path.indexOf('/', start, end);
            alive &= segments[depth].matching(path, start, slash < 0 ? end : slash);
            if (slash < 0) {
                return first(alive & ends[depth + 1]);
            }
            if (alive == 0) {
                return null;
            }
            start = slash + 1;
        }
        return first(alive & open);
    }

    private @Nullable Route first(long matching) {
        return matching == 0 ? null : routes[Long.numberOfTrailingZeros(matching)];
    }

    private static SegmentIndex index(List<RoutePattern> patterns, int depth) {
        Map<String, Long> literals = new HashMap<>();
        long parameters = 0;
        long rest = 0;
        for (int i = 0; i < patterns.size(); i++) {
            RoutePattern pattern = patterns.get(i);
            long bit = 1L << i;
            if (depth >= pattern.segments().size()) {
                rest |= pattern.open() ? bit : 0;
            } else {
                switch (pattern.segments().get(depth)) {
                    case Segment.Literal(String text) ->
                            literals.merge(text, bit, (some, more) -> some | more);
                    case Segment.Parameter _ -> parameters |= bit;
                }
            }
        }
        return new SegmentIndex(literals, parameters, rest);
    }

    private static long ending(List<RoutePattern> patterns, int depth) {
        long ending = 0;
        for (int i = 0; i < patterns.size(); i++) {
            RoutePattern pattern = patterns.get(i);
            int length = pattern.segments().size();
            if (length == depth || (pattern.open() && length < depth)) {
                ending |= 1L << i;
            }
        }
        return ending;
    }
}
