package io.keyledger.verdict.profile;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;
import io.keyledger.api.hub.RowCollection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a hub's routes name the container of a collection, such as the campaign whose leads they
 * serve. Asked for filtered credentials only.
 */
final class ContainerRoutes {

    private final Map<String, Naming> byCollection;

    private ContainerRoutes(Map<String, Naming> byCollection) {
        this.byCollection = byCollection;
    }

    static ContainerRoutes of(HubProfile profile) {
        Map<String, Naming> byCollection = new HashMap<>();
        for (RowCollection collection : profile.collections()) {
            byCollection.put(
                    collection.name(),
                    new Naming(
                            collection.container(),
                            segments(profile.routes(), collection.parameter())));
        }
        return new ContainerRoutes(byCollection);
    }

    /**
     * Whether the path names the filter's container, in the place where the route does. A route
     * that names none leads to the rows of all of them, and a collection that the hub no longer has
     * is nowhere.
     */
    boolean leadInto(AccessFilter filter, Route route, String path) {
        Naming naming = byCollection.get(filter.collection());
        if (naming == null || !naming.container().equals(filter.container())) {
            return false;
        }
        Integer segment = naming.segments().get(route);
        return segment != null && isNamed(filter.containerId(), path, segment);
    }

    private static boolean isNamed(String id, String path, int segment) {
        int end = RequestPath.end(path);
        int start = 1;
        for (int i = 0; i < segment && start > 0; i++) {
            start = path.indexOf('/', start, end) + 1;
        }
        int slash = start == 0 ? -1 : path.indexOf('/', start, end);
        return start > 0 && PathSegment.says(id, path, start, slash < 0 ? end : slash);
    }

    private static IdentityHashMap<Route, Integer> segments(List<Route> routes, String parameter) {
        IdentityHashMap<Route, Integer> segments = new IdentityHashMap<>();
        for (Route route : routes) {
            Integer segment = segment(RoutePattern.parse(route.pattern()), parameter);
            if (segment != null) {
                segments.put(route, segment);
            }
        }
        return segments;
    }

    private static @Nullable Integer segment(RoutePattern pattern, String parameter) {
        int segment = pattern.segments().indexOf(new Segment.Parameter(parameter));
        return segment < 0 ? null : segment;
    }

    /**
     * Which segment of a path names the container, counted from 0; by the very route, for which the
     * route table hands out the profile's own.
     */
    private record Naming(String container, IdentityHashMap<Route, Integer> segments) {}
}
