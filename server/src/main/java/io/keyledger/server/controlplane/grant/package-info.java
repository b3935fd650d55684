/** What people have granted to OAuth apps, in the admin API. */
@NullMarked
package io.keyledger.server.controlplane.grant;

import org.jspecify.annotations.NullMarked;
