/**
 * The hubs of this installation: those it was configured with, and those that are published now.
 */
@NullMarked
package io.keyledger.server.hubs;

import org.jspecify.annotations.NullMarked;
