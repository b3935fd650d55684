/** Usage: what was counted, written and asked for. */
@NullMarked
package io.keyledger.query.usage;

import org.jspecify.annotations.NullMarked;
