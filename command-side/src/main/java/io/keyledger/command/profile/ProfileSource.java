package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;

/** The text of a profile, and how problems name where it comes from. */
record ProfileSource(String name, String text) {

    HubProfile read() {
        return HubProfileReader.read(text, name);
    }
}
