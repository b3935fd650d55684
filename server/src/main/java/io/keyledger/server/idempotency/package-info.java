/**
 * Calls that may be sent again: one effect and one answer for each {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header).
 */
@NullMarked
package io.keyledger.server.idempotency;

import org.jspecify.annotations.NullMarked;
