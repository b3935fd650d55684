/** Tests of rebuilds. */
@NullMarked
package io.keyledger.server.rebuild;

import org.jspecify.annotations.NullMarked;
