package io.keyledger.command.profile;

import io.keyledger.api.hub.RowCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the collections that access filters may narrow. */
final class CollectionsReader {

    private CollectionsReader() {}

    static List<RowCollection> read(Part part, List<RouteLine> routes) {
        List<RowCollection> collections = new ArrayList<>();
        part.fields()
                .forEach((name, collection) -> collections.add(read(name, collection, routes)));
        return collections;
    }

    private static RowCollection read(String name, Part collection, List<RouteLine> routes) {
        String within = collection.text("within");
        String parameter = collection.textOr("parameter", within);
        boolean isNamed = routes.stream().anyMatch(route -> route.hasParameter(parameter));
        if (!isNamed && !routes.isEmpty()) {
            collection.complainOfField(
                    "needs a route with {"
                            + parameter
                            + "} in its path, and no route has one. Add parameter: with the name"
                            + " that the routes use.");
        }
        return new RowCollection(name, within, parameter, query(collection.field("query")));
    }

    private static Map<String, String> query(Part part) {
        Map<String, String> query = new LinkedHashMap<>();
        part.fields().forEach((name, text) -> query.put(name, text.text()));
        return query;
    }
}
