/** Grants: approving, exchanging and ending them, and the rules of each. */
@NullMarked
package io.keyledger.command.grant;

import org.jspecify.annotations.NullMarked;
