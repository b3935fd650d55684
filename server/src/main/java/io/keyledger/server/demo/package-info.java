/**
 * The demo: a workspace, a key, an app and a person for each hub, and a small resource API to call
 * with them.
 */
@NullMarked
package io.keyledger.server.demo;

import org.jspecify.annotations.NullMarked;
