/** What the audit trail guarantees. */
@NullMarked
package io.keyledger.query.audittrail;

import org.jspecify.annotations.NullMarked;
