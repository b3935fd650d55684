package io.keyledger.server.hubs;

import io.keyledger.verdict.profile.CompiledProfile;
import org.jspecify.annotations.Nullable;

/** Finds the hub that a request is for. Safe for use by many threads; never blocks. */
public interface Hubs {

    /** The hub with this id; null when there is none. */
    @Nullable CompiledProfile withId(String hub);

    /** The hub that a gateway may address by this host name; null when there is none. */
    @Nullable CompiledProfile atHost(String host);

    /** The hub below whose base path this path is; null when there is none. */
    @Nullable CompiledProfile atPath(String path);
}
