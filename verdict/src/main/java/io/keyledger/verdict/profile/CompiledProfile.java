package io.keyledger.verdict.profile;

import io.keyledger.api.hub.HubProfile;

/** A hub profile, made ready to judge. Immutable; equal content gives equal verdicts. */
public final class CompiledProfile {

    private final HubProfile profile;
    private final int version;
    private final long position;

    private CompiledProfile(HubProfile profile, int version, long position) {
        this.profile = profile;
        this.version = version;
        this.position = position;
    }

    /**
     * Compiles a published version of a profile.
     *
     * @param version the published version, from 1
     * @param position of the ledger entry that published it
     */
    public static CompiledProfile compile(HubProfile profile, int version, long position) {
        return new CompiledProfile(profile, version, position);
    }

    public HubProfile source() {
        return profile;
    }

    public String hub() {
        return profile.hub().value();
    }

    public int version() {
        return version;
    }

    public long position() {
        return position;
    }
}
