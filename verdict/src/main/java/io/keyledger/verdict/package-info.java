/** The pure decision: may this credential do this request, now or then. */
@NullMarked
package io.keyledger.verdict;

import org.jspecify.annotations.NullMarked;
