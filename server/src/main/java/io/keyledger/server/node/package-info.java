/** What this process is among others: its role and its name. */
@NullMarked
package io.keyledger.server.node;

import org.jspecify.annotations.NullMarked;
