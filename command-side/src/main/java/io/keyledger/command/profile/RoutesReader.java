package io.keyledger.command.profile;

import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the route table. */
final class RoutesReader {

    private static final Set<String> NOT_METHODS = Set.of("scope", "cost");

    private final Set<String> scopes;
    private final List<RouteLine> lines = new ArrayList<>();

    private RoutesReader(Set<String> scopes) {
        this.scopes = scopes;
    }

    /** Lines whose path is wrong are complained about and left out. */
    static List<RouteLine> read(Part routes, Set<String> scopes) {
        RoutesReader reader = new RoutesReader(scopes);
        routes.items().forEach(reader::readLine);
        return reader.lines;
    }

    private void readLine(Part part) {
        String method = methodOf(part);
        @Nullable String scope = part.textOrNull("scope");
        if (scope != null && !scopes.isEmpty() && !scopes.contains(scope)) {
            part.field("scope").complain(ScopesReader.unknown(scope, scopes));
        }
        Route route = new Route(method, part.text(method), scope, part.numberOr("cost", 1));
        try {
            RouteLine line = new RouteLine(part, route, RoutePattern.parse(route.pattern()));
            refuseUnreachable(line);
            lines.add(line);
        } catch (IllegalArgumentException e) {
            part.field(method).complain("cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String methodOf(Part part) {
        return part.fields().keySet().stream()
                .filter(field -> !NOT_METHODS.contains(field))
                .filter(field -> field.chars().allMatch(Character::isUpperCase))
                .findFirst()
                .orElseThrow();
    }

    private void refuseUnreachable(RouteLine line) {
        lines.stream()
                .filter(earlier -> earlier.covers(line))
                .findFirst()
                .ifPresent(earlier -> line.part().complain(unreachable(earlier, line)));
    }

    private static String unreachable(RouteLine earlier, RouteLine line) {
        return "("
                + line
                + ") is never reached: "
                + earlier.part().name()
                + " ("
                + earlier
                + ") in line "
                + earlier.part().line()
                + (line.covers(earlier)
                        ? " is the same. Keep one of them."
                        : " comes first and matches all of it. Put the narrower one first.");
    }
}
