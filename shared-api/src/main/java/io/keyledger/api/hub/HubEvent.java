package io.keyledger.api.hub;

/** What has happened to a hub. */
public sealed interface HubEvent {

    HubId hub();

    /**
     * A profile was published and judges from now on.
     *
     * @param version counts the hub's published profiles from 1
     */
    record HubProfilePublished(HubId hub, int version, HubProfile profile) implements HubEvent {}
}
