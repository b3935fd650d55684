package io.keyledger.server.console.key;

import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.query.inventory.Bindable;
import io.keyledger.server.controlplane.key.BindingBody;
import org.jspecify.annotations.Nullable;

/**
 * What a key can be bound to, as a form offers it.
 *
 * @param value as forms send it: the campaign's id and, behind a slash, which no filter's name has
 *     in it, the filter
 */
record FilterChoice(String value, String campaign, @Nullable String filter) {

    static FilterChoice of(Bindable bindable) {
        return new FilterChoice(
                value(bindable.campaign(), bindable.filter()),
                bindable.campaignName(),
                bindable.filter());
    }

    private static String value(String campaign, @Nullable String filter) {
        return filter == null ? campaign : campaign + "/" + filter;
    }

    /** What a form has sent; null for a key that is bound to nothing. */
    static @Nullable BindingBody read(String value) {
        String[] parts = value.split("/", 2);
        return value.isEmpty()
                ? null
                : new BindingBody(parts[0], parts.length > 1 ? parts[1] : null);
    }

    static String written(FilterBinding binding) {
        return value(binding.campaign().value(), binding.filter());
    }
}
