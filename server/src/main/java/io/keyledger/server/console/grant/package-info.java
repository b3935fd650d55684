/** What apps were granted in a workspace: by people, and to apps that act for themselves. */
@NullMarked
package io.keyledger.server.console.grant;

import org.jspecify.annotations.NullMarked;
