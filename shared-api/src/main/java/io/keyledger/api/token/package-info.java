/** What a secret looks like, and the digest that stands for it. Both sides must agree on these. */
@NullMarked
package io.keyledger.api.token;

import org.jspecify.annotations.NullMarked;
