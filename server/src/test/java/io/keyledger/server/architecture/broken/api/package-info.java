/** Fixtures: each class breaks one rule of the architecture. */
@NullMarked
package io.keyledger.server.architecture.broken.api;

import org.jspecify.annotations.NullMarked;
