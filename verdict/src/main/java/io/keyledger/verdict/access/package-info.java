/** Limits on a credential beyond its scopes: the addresses it may be used from. */
@NullMarked
package io.keyledger.verdict.access;

import org.jspecify.annotations.NullMarked;
