/** Errors as the control plane tells them: {@code application/problem+json} (RFC 9457). */
@NullMarked
package io.keyledger.server.problem;

import org.jspecify.annotations.NullMarked;
