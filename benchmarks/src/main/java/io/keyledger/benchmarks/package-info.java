/** Measures what one core answers, in process. */
@NullMarked
package io.keyledger.benchmarks;

import org.jspecify.annotations.NullMarked;
