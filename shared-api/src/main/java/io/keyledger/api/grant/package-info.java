/** Grants: what an OAuth app may do, for whom and in which workspace, with the tokens given out. */
@NullMarked
package io.keyledger.api.grant;

import org.jspecify.annotations.NullMarked;
