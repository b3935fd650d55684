/** Hubs: the SaaS products that Keyledger serves, each described by a hub profile. */
@NullMarked
package io.keyledger.api.hub;

import org.jspecify.annotations.NullMarked;
