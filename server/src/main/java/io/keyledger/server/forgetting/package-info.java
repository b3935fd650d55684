/** Keeps the tables that decide on requests from growing with tokens that are long expired. */
@NullMarked
package io.keyledger.server.forgetting;

import org.jspecify.annotations.NullMarked;
