package io.keyledger.server.reveal;

import java.util.List;
import java.util.Optional;

/**
 * The reveal keys of this node.
 *
 * @param all the one that seals first; empty when this node neither seals nor opens
 */
record RevealKeys(List<RevealKey> all) {

    RevealKeys {
        all = List.copyOf(all);
    }

    /** The one that seals. */
    Optional<RevealKey> current() {
        return all.stream().findFirst();
    }

    Optional<RevealKey> find(String id) {
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    List<String> ids() {
        return all.stream().map(RevealKey::id).toList();
    }
}
