package io.keyledger.command.profile;

import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;

/** A line of the route table, and where it was written. */
record RouteLine(Part part, Route route, RoutePattern pattern) {

    /** Whether every request that {@code other} matches is matched by this line too. */
    boolean covers(RouteLine other) {
        boolean methods =
                route.method().equals(Route.ANY_METHOD)
                        || route.method().equals(other.route.method());
        return methods && coversPathsOf(other.pattern);
    }

    private boolean coversPathsOf(RoutePattern other) {
        int length = pattern.segments().size();
        int otherLength = other.segments().size();
        boolean lengths =
                pattern.open() ? otherLength >= length : !other.open() && otherLength == length;
        for (int i = 0; lengths && i < length; i++) {
            if (!covers(pattern.segments().get(i), other.segments().get(i))) {
                return false;
            }
        }
        return lengths;
    }

    private static boolean covers(Segment segment, Segment other) {
        return switch (segment) {
            case Segment.Literal literal -> literal.equals(other);
            case Segment.Parameter _ -> !other.equals(new Segment.Literal(""));
        };
    }

    boolean hasParameter(String name) {
        return pattern.segments().contains(new Segment.Parameter(name));
    }

    @Override
    public String toString() {
        return route.method() + " " + route.pattern();
    }
}
