package io.keyledger.query.audittrail;

import org.jspecify.annotations.Nullable;

/**
 * One value that an entry changed.
 *
 * @param before null when there was none
 * @param after null when there is none any more
 */
public record Change(String field, @Nullable Object before, @Nullable Object after) {}
