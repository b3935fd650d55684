/** Usage in the console: what was asked, how it ended, and how much was left. */
@NullMarked
package io.keyledger.server.console.usage;

import org.jspecify.annotations.NullMarked;
