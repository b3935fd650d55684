/** The console: what people click through, on the same commands and queries as the admin API. */
@NullMarked
package io.keyledger.server.console;

import org.jspecify.annotations.NullMarked;
