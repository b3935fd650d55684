/** Tests of what a change of a profile would do. */
@NullMarked
package io.keyledger.query.profilechange;

import org.jspecify.annotations.NullMarked;
