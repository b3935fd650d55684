/** Usage in the console. */
@NullMarked
package io.keyledger.server.console.usage;

import org.jspecify.annotations.NullMarked;
