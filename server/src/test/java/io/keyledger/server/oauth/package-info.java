/** A hub's OAuth endpoints, asked over HTTP as apps ask them, against the whole wired process. */
@NullMarked
package io.keyledger.server.oauth;

import org.jspecify.annotations.NullMarked;
