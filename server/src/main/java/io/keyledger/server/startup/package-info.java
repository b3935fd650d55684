/** Says in words why the process did not start and what to do about it. */
@NullMarked
package io.keyledger.server.startup;

import org.jspecify.annotations.NullMarked;
