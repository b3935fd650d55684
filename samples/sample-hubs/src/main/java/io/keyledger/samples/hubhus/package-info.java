/** Hubhus's leads, as far as a credential's filter shows them. */
@NullMarked
package io.keyledger.samples.hubhus;

import org.jspecify.annotations.NullMarked;
