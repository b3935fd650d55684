/** What surrounds every page of the console: its frame, its files, its guard and its errors. */
@NullMarked
package io.keyledger.server.console.frame;

import org.jspecify.annotations.NullMarked;
