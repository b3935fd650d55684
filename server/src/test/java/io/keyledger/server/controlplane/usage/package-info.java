/** Usage as the admin API tells it. */
@NullMarked
package io.keyledger.server.controlplane.usage;

import org.jspecify.annotations.NullMarked;
