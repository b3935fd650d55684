/** Answers “what happened to this, who did it, from where and why?” for auditors. */
@NullMarked
package io.keyledger.query.audittrail;

import org.jspecify.annotations.NullMarked;
