/** Fixtures: each class breaks one rule of the architecture. */
@NullMarked
package io.keyledger.server.architecture.broken.server.left;

import org.jspecify.annotations.NullMarked;
