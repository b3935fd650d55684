package io.keyledger.query.verification;

import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;

/** Keeps something that follows from the profiles of hubs, and must not be older than a verdict. */
@FunctionalInterface
public interface HubObserver {

    /**
     * A profile was published, or may have been. Nobody is told that it is in force here before
     * this has returned; when it throws, this node does not judge from memory.
     *
     * @param profiles that judge now, in order of hub
     */
    void hubsChanged(List<CompiledProfile> profiles);
}
