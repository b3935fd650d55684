package io.keyledger.api.hub;

/** What can be asked of the hub registry. */
public sealed interface HubCommand {

    /** The hub that the command is for. */
    HubId hub();

    /** Makes {@code profile} the one that judges from now on; the same content changes nothing. */
    record PublishHubProfile(HubProfile profile) implements HubCommand {

        @Override
        public HubId hub() {
            return profile.hub();
        }
    }
}
