/**
 * Pages for people: one look, one set of security headers, and no form without a token that is
 * bound to the browser's session.
 */
@NullMarked
package io.keyledger.server.page;

import org.jspecify.annotations.NullMarked;
