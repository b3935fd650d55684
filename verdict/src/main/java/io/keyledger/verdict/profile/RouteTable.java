package io.keyledger.verdict.profile;

import io.keyledger.api.hub.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hub's routes, by method, made ready to match. */
final class RouteTable {

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";

    private final Map<String, RouteGroup[]> byMethod = new HashMap<>();
    private final RouteGroup[] forAnyMethod;
    private final RouteGroup[] forHeadOnly;

    RouteTable(List<Route> routes) {
        routes.stream()
                .map(Route::method)
                .distinct()
                .forEach(it -> byMethod.put(it, groups(routes, it, Route.ANY_METHOD)));
        forAnyMethod = groups(routes, Route.ANY_METHOD);
        forHeadOnly = groups(routes, HEAD);
    }

    /**
     * The first declared route that matches; null when none does, or when the path is not plain. A
     * HEAD request is judged as GET (RFC 9110 §9.3.2) unless a HEAD route matches its path.
     */
    @Nullable Route match(String method, String path) {
        int end = RequestPath.end(path);
        if (end == RequestPath.ODD) {
            return null;
        }
        if (method.equals(HEAD) && first(forHeadOnly, path, end) == null) {
            return first(groupsFor(GET), path, end);
        }
        return first(groupsFor(method), path, end);
    }

    private RouteGroup[] groupsFor(String method) {
        return byMethod.getOrDefault(method, forAnyMethod);
    }

    private static @Nullable Route first(RouteGroup[] groups, String path, int end) {
        for (RouteGroup group : groups) {
            Route route = group.match(path, end);
            if (route != null) {
                return route;
            }
        }
        return null;
    }

    private static RouteGroup[] groups(List<Route> routes, String... methods) {
        List<Route> left =
                routes.stream().filter(it -> Arrays.asList(methods).contains(it.method())).toList();
        List<RouteGroup> groups = new ArrayList<>();
        for (int start = 0; start < left.size(); start += RouteGroup.CAPACITY) {
            int end = Math.min(start + RouteGroup.CAPACITY, left.size());
            groups.add(new RouteGroup(left.subList(start, end)));
        }
        return groups.toArray(RouteGroup[]::new);
    }
}
