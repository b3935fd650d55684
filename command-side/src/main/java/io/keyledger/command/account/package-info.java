/** Accounts: registering people, linking their identities, and the workspaces they belong to. */
@NullMarked
package io.keyledger.command.account;

import org.jspecify.annotations.NullMarked;
