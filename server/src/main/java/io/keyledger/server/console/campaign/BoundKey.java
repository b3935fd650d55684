package io.keyledger.server.console.campaign;

import io.keyledger.query.inventory.KeyStatus;
import io.keyledger.query.inventory.KeyView;

/** A key that sees a campaign, or the part of it that its filter admits, and nothing else. */
record BoundKey(KeyView key, KeyStatus status) {}
