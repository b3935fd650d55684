/** Which rows of a collection a credential may see and change. */
@NullMarked
package io.keyledger.api.access;

import org.jspecify.annotations.NullMarked;
