package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.HubProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class BundledHubProfilesTest {

    static List<HubProfile> profiles() {
        return BundledHubProfiles.all();
    }

    @Test
    void theBuiltInHubAndFourOthersComeWithKeyledger() {
        assertThat(profiles())
                .extracting(profile -> profile.hub().value())
                .containsExactly("keyledger", "hubnity", "nextoria", "hubhus", "onboardinghub");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileThatWasStoredAsJsonIsTheSameProfile(HubProfile profile) {
        String stored = JsonMapper.shared().writeValueAsString(profile);

        assertThat(JsonMapper.shared().readValue(stored, HubProfile.class)).isEqualTo(profile);
    }
}
