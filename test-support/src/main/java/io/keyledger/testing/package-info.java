/** A real PostgreSQL for tests, with a fresh database for whoever asks. */
@NullMarked
package io.keyledger.testing;

import org.jspecify.annotations.NullMarked;
