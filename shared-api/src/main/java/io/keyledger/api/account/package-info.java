/** Accounts: the people who sign in at a hub, and the workspaces that they belong to. */
@NullMarked
package io.keyledger.api.account;

import org.jspecify.annotations.NullMarked;
