/** API keys in the admin API. */
@NullMarked
package io.keyledger.server.controlplane.key;

import org.jspecify.annotations.NullMarked;
