/** What the keeping of passwords guarantees. */
@NullMarked
package io.keyledger.server.password;

import org.jspecify.annotations.NullMarked;
