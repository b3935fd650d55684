package io.keyledger.resourceserver.judge;

import io.keyledger.verdict.profile.CompiledProfile;
import org.jspecify.annotations.Nullable;

/** The profiles of the hubs that are served, for words and header styles. Never blocks. */
public interface Profiles {

    /** The newest profile that was ever seen of a hub; null when none was yet. */
    @Nullable CompiledProfile newest(String hub);
}
