package io.keyledger.query.verification;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.verdict.profile.CompiledProfile;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of {@code hub_profile}.
 *
 * @param profile as JSON
 */
record PublishedProfile(String hub, int version, String profile, long position) {

    /** A row that was written before there was a field has the field's zero. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    static String json(HubProfile profile) {
        return JSON.writeValueAsString(profile);
    }

    CompiledProfile compile() {
        return CompiledProfile.compile(
                JSON.readValue(profile, HubProfile.class), version, position);
    }
}
