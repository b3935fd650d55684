package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.COLLECTION_MISSING;
import static io.keyledger.api.rejection.RejectionReason.COLLECTION_UNKNOWN;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A campaign holds rows of a collection that its hub has now. */
final class CollectionPolicy {

    private CollectionPolicy() {}

    static Optional<Rejection> offered(@Nullable String name, HubProfile profile) {
        if (name == null && profile.collections().size() > 1) {
            return Optional.of(Rejection.of(COLLECTION_MISSING, "collection", null));
        }
        return Rejection.when(
                find(name, profile).isEmpty(), COLLECTION_UNKNOWN, "collection", name);
    }

    /** The collection of this name, or the first where none is named. */
    static Optional<RowCollection> find(@Nullable String name, HubProfile profile) {
        return profile.collections().stream()
                .filter(collection -> name == null || collection.name().equals(name))
                .findFirst();
    }
}
