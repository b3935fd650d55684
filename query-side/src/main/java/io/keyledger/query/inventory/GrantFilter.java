package io.keyledger.query.inventory;

import org.jspecify.annotations.Nullable;

/** Which grants are wanted: those for which all that is not null is so. */
public record GrantFilter(
        @Nullable String workspace, @Nullable String app, @Nullable String account) {}
