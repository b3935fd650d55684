package io.keyledger.query.audittrail;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about, as far as its event says. The table fills in what an earlier entry of the
 * same credential or workspace has said.
 */
record Subject(@Nullable String hub, @Nullable String workspace, @Nullable String credential) {}
