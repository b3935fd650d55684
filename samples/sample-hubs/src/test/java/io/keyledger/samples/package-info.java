/** What clients of the sample APIs see, with a judge that knows its credentials by heart. */
@NullMarked
package io.keyledger.samples;

import org.jspecify.annotations.NullMarked;
