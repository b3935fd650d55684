/** Fixtures: each class breaks one rule of the architecture. */
@NullMarked
package io.keyledger.server.architecture.broken.resourceserver;

import org.jspecify.annotations.NullMarked;
