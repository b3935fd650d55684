/**
 * What publishing a profile would change, for routes, scopes and plans, and for whom; and what
 * other scopes would change for a credential.
 */
@NullMarked
package io.keyledger.query.profilechange;

import org.jspecify.annotations.NullMarked;
