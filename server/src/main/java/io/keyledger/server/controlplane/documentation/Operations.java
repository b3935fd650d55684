package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a key may do with the rows of one campaign: the hub's routes that lead there, as the verdict
 * sees them.
 */
final class Operations {

    private static final String EXAMPLE_ROW = "1";

    private final CompiledProfile profile;
    private final RowCollection collection;
    private final AccessFilter filter;
    private final Set<String> scopes;
    private final Examples examples;

    /**
     * @param filter of the key; without conditions for a key that has none
     */
    Operations(
            CompiledProfile profile,
            RowCollection collection,
            AccessFilter filter,
            Set<String> scopes,
            Examples examples) {
        this.profile = profile;
        this.collection = collection;
        this.filter = filter;
        this.scopes = scopes;
        this.examples = examples;
    }

    List<Operation> all() {
        return profile.source().routes().stream()
                .flatMap(route -> operation(route).stream())
                .toList();
    }

    private Optional<Operation> operation(Route route) {
        RoutePattern pattern = RoutePattern.parse(route.pattern());
        List<String> rows = rowParameters(pattern);
        String path = path(pattern);
        String example = path.replaceAll("\\{[^}]*}", EXAMPLE_ROW);
        if (pattern.open()
                || rows.size() > 1
                || route.method().equals(Route.ANY_METHOD)
                || !isPermitted(route, example)) {
            return Optional.empty();
        }
        String row = rows.isEmpty() ? null : rows.getFirst();
        return Optional.of(operation(route.method(), path, example, row, kind(pattern)));
    }

    private Operation operation(
            String method, String path, String example, @Nullable String row, Kind kind) {
        boolean isList = kind == Kind.COLLECTION && method.equals("GET");
        boolean isNew = kind == Kind.COLLECTION && method.equals("POST");
        boolean isWhole = isNew || (kind == Kind.ROW && method.equals("PUT"));
        boolean isPart = kind == Kind.ROW && method.equals("PATCH");
        Map<String, Object> body =
                isWhole ? examples.wholeRow() : isPart ? examples.partOfARow() : null;
        return new Operation(
                method,
                summary(method, kind),
                path,
                row,
                isList ? examples.query() : List.of(),
                body,
                isWhole,
                isList ? examples.lists(example) : List.of(examples.call(method, example, body)));
    }

    private boolean isPermitted(Route route, String example) {
        String scope = route.scope();
        return route.equals(profile.route(route.method(), example))
                && profile.leadsInto(filter, route, example)
                && (scope == null || profile.satisfied(scopes, scope));
    }

    private List<String> rowParameters(RoutePattern pattern) {
        return pattern.segments().stream()
                .filter(Segment.Parameter.class::isInstance)
                .map(segment -> ((Segment.Parameter) segment).name())
                .filter(name -> !name.equals(collection.parameter()))
                .toList();
    }

    /** What stands at the end of a path: the collection, one of its rows, or something else. */
    private Kind kind(RoutePattern pattern) {
        List<Segment> segments = pattern.segments();
        Segment rows = new Segment.Literal(collection.name());
        if (segments.getLast().equals(rows)) {
            return Kind.COLLECTION;
        }
        boolean isRow =
                segments.size() > 1
                        && segments.getLast() instanceof Segment.Parameter
                        && segments.get(segments.size() - 2).equals(rows);
        return isRow ? Kind.ROW : Kind.OTHER;
    }

    private String path(RoutePattern pattern) {
        return pattern.segments().stream()
                .map(this::segment)
                .collect(Collectors.joining("/", "/", ""));
    }

    private String segment(Segment segment) {
        return switch (segment) {
            case Segment.Literal(String text) -> text;
            case Segment.Parameter(String name) ->
                    name.equals(collection.parameter())
                            ? Curl.encoded(filter.containerId())
                            : "{" + name + "}";
        };
    }

    private String summary(String method, Kind kind) {
        String rows = collection.name();
        return switch (kind) {
            case COLLECTION ->
                    switch (method) {
                        case "GET" -> "List " + rows;
                        case "POST" -> "Create one of the " + rows;
                        default -> method + " " + rows;
                    };
            case ROW ->
                    switch (method) {
                        case "GET" -> "Read one of the " + rows;
                        case "PUT" -> "Replace one of the " + rows;
                        case "PATCH" -> "Change one of the " + rows;
                        case "DELETE" -> "Delete one of the " + rows;
                        default -> method + " one of the " + rows;
                    };
            case OTHER -> "Call";
        };
    }

    private enum Kind {
        COLLECTION,
        ROW,
        OTHER
    }
}
