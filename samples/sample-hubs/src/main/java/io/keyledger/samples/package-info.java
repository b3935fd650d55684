/** The four sample APIs. */
@NullMarked
package io.keyledger.samples;

import org.jspecify.annotations.NullMarked;
