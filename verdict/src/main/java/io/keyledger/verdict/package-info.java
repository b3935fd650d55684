/** The decision: may this credential do this request, now? Pure functions, no I/O, no framework. */
@NullMarked
package io.keyledger.verdict;

import org.jspecify.annotations.NullMarked;
