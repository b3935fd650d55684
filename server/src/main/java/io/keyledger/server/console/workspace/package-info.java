/**
 * A workspace in the console: what it is and what its plan gives; operators register, rename,
 * suspend and resume it and change its plan.
 */
@NullMarked
package io.keyledger.server.console.workspace;

import org.jspecify.annotations.NullMarked;
