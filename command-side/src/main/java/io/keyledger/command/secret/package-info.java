/** The secrets that keys and apps have one after the other, and how one gives way to the next. */
@NullMarked
package io.keyledger.command.secret;

import org.jspecify.annotations.NullMarked;
