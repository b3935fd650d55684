/** Puts the parts together, by properties. */
@NullMarked
package io.keyledger.resourceserver.autoconfigure;

import org.jspecify.annotations.NullMarked;
