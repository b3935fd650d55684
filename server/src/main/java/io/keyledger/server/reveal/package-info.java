/**
 * Secrets that can be seen again, for hubs whose profile says so: sealed under keys that are not in
 * the database, and erased with the secret's end.
 */
@NullMarked
package io.keyledger.server.reveal;

import org.jspecify.annotations.NullMarked;
