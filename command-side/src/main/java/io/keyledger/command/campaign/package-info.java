/** Campaigns: what their rows look like, and the filters that keys are bound to. */
@NullMarked
package io.keyledger.command.campaign;

import org.jspecify.annotations.NullMarked;
