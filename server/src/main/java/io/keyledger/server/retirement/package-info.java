/** Records that the grace of rotated secrets is over. The verdict has refused them since it was. */
@NullMarked
package io.keyledger.server.retirement;

import org.jspecify.annotations.NullMarked;
