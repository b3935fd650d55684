package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;

/**
 * A profile that came with Keyledger or stands in its hubs folder.
 *
 * @param fingerprint of the file: another text has another one
 */
public record InstalledProfile(HubProfile profile, String fingerprint) {}
