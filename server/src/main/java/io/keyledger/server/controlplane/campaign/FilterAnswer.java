package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.access.Condition;
import io.keyledger.query.inventory.FilterView;
import java.util.List;

/** A filter of a campaign. */
record FilterAnswer(String name, List<Condition> conditions) {

    static FilterAnswer of(FilterView view) {
        return new FilterAnswer(view.name(), view.conditions());
    }
}
