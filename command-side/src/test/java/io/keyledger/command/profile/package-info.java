/** What the reader of hub profiles accepts, and what it says of the rest. */
@NullMarked
package io.keyledger.command.profile;

import org.jspecify.annotations.NullMarked;
