/** The folder in which one process keeps what must outlive it, for its owner's eyes only. */
@NullMarked
package io.keyledger.server.datadirectory;

import org.jspecify.annotations.NullMarked;
