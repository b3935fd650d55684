/** The shape of the house, as tests: arrows, packages, and habits that no compiler checks. */
@NullMarked
package io.keyledger.server.architecture;

import org.jspecify.annotations.NullMarked;
