/** The demo: a workspace and a key for each hub, and a small resource API to call with them. */
@NullMarked
package io.keyledger.server.demo;

import org.jspecify.annotations.NullMarked;
