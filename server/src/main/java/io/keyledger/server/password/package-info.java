/** Passwords of people: Argon2id hashes outside the ledger, written with the event that says so. */
@NullMarked
package io.keyledger.server.password;

import org.jspecify.annotations.NullMarked;
