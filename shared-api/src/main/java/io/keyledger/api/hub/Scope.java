package io.keyledger.api.hub;

import java.util.Set;

/**
 * One entry of a hub's scope catalogue.
 *
 * @param description what people read when they choose or consent to the scope
 * @param implies names of the scopes that this one grants as well; may be empty
 */
public record Scope(String name, String description, Set<String> implies) {

    public Scope {
        implies = Ordered.copyOf(implies);
    }
}
