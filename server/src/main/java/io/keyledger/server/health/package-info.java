/** Whether this node can do its work, with reasons. */
@NullMarked
package io.keyledger.server.health;

import org.jspecify.annotations.NullMarked;
