/**
 * Keeps a copy of what a node of Keyledger knows, and judges by it while the copy can be trusted.
 */
@NullMarked
package io.keyledger.resourceserver.replica;

import org.jspecify.annotations.NullMarked;
