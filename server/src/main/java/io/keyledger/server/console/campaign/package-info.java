/** Campaigns in the console: their schema, their filters, what happened to them, and their end. */
@NullMarked
package io.keyledger.server.console.campaign;

import org.jspecify.annotations.NullMarked;
