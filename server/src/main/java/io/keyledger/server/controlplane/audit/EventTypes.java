package io.keyledger.server.controlplane.audit;

import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.ledger.EventName;
import java.util.List;
import java.util.Optional;

/** The types of events, by name, and by the sort that stands before the dot. */
public final class EventTypes {

    private static final List<String> ALL =
            EventCatalog.types().stream()
                    .map(EventCatalog::nameOf)
                    .flatMap(Optional::stream)
                    .map(EventName::name)
                    .toList();

    private EventTypes() {}

    /** Every name, sort by sort. */
    public static List<String> all() {
        return ALL;
    }

    /** The names that a type stands for: itself, or all of its sort; none when there is none. */
    static List<String> named(String type) {
        return ALL.stream().filter(it -> it.equals(type) || it.startsWith(type + ".")).toList();
    }
}
