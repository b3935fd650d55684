/** Measures how many tokens Keyledger issues, beside a plain Spring Authorization Server. */
@NullMarked
package io.keyledger.benchmarks.tokens;

import org.jspecify.annotations.NullMarked;
