/** The replicated mode against a data plane that can be told to fail. */
@NullMarked
package io.keyledger.resourceserver.replica;

import org.jspecify.annotations.NullMarked;
