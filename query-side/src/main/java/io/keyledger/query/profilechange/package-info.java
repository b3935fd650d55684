/** What publishing a profile would change: for routes, scopes and plans, and for whom. */
@NullMarked
package io.keyledger.query.profilechange;

import org.jspecify.annotations.NullMarked;
