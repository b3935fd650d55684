package io.keyledger.query.inventory;

import io.keyledger.api.access.Condition;
import java.util.List;

/**
 * A filter of a campaign as admins see it.
 *
 * @param definedPosition the ledger position that orders lists of filters
 */
public record FilterView(String name, List<Condition> conditions, long definedPosition) {

    public FilterView {
        conditions = List.copyOf(conditions);
    }
}
