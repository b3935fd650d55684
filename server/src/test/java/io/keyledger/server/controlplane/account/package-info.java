/** People, by the admin API. */
@NullMarked
package io.keyledger.server.controlplane.account;

import org.jspecify.annotations.NullMarked;
