/**
 * What happened, what a credential could do at a moment, and why a request was judged as it was.
 */
@NullMarked
package io.keyledger.server.console.audit;

import org.jspecify.annotations.NullMarked;
