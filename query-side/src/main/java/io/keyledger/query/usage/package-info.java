/** Answers “how much is a workspace or a credential used, and how does that end?”. */
@NullMarked
package io.keyledger.query.usage;

import org.jspecify.annotations.NullMarked;
