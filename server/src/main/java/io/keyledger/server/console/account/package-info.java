/**
 * A person's own account in the console: who they are, their password, and the apps that act for
 * them.
 */
@NullMarked
package io.keyledger.server.console.account;

import org.jspecify.annotations.NullMarked;
