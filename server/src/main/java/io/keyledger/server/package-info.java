/** The bootable server: wires the two sides and gives them doors. */
@NullMarked
package io.keyledger.server;

import org.jspecify.annotations.NullMarked;
