/** Fixtures: each class breaks one rule of the architecture. */
@NullMarked
package io.keyledger.server.architecture.broken.command;

import org.jspecify.annotations.NullMarked;
