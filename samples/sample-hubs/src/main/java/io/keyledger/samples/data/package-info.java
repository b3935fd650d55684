/** Invents rows that look like life, the same for the same workspace. */
@NullMarked
package io.keyledger.samples.data;

import org.jspecify.annotations.NullMarked;
