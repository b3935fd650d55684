/** Tests of pages. */
@NullMarked
package io.keyledger.server.page;

import org.jspecify.annotations.NullMarked;
