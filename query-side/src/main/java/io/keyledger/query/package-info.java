/** Remembers and answers: turns events into read models. */
@NullMarked
package io.keyledger.query;

import org.jspecify.annotations.NullMarked;
