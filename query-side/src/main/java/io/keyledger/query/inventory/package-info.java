/** Answers “which workspaces and keys are there, and how do they stand?” for admins. */
@NullMarked
package io.keyledger.query.inventory;

import org.jspecify.annotations.NullMarked;
