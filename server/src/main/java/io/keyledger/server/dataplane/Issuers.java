package io.keyledger.server.dataplane;

import org.jspecify.annotations.Nullable;

/** Knows the authorization servers. */
public interface Issuers {

    /** The issuer of a hub's access tokens; null when the hub does not offer OAuth. */
    @Nullable String of(String hub);
}
