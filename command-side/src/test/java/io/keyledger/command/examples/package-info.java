/** Examples that the tests of the command side share: a hub, its customer, a key, a clock. */
@NullMarked
package io.keyledger.command.examples;

import org.jspecify.annotations.NullMarked;
