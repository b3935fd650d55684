/** Answers “may this credential do this request, now?” from a cache that cannot lie. */
@NullMarked
package io.keyledger.query.verification;

import org.jspecify.annotations.NullMarked;
