package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.profile.HubProfileReader;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A profile as an admin sends it. */
final class ProfileYaml {

    /** Of RFC 9512, the names that came before it, and JSON, which is YAML too. */
    static final String YAML = "application/yaml";

    static final String X_YAML = "application/x-yaml";
    static final String TEXT_YAML = "text/yaml";
    static final String TEXT_X_YAML = "text/x-yaml";

    /** How problems name what was sent. */
    private static final String NAME = "profile";

    private ProfileYaml() {}

    /**
     * Reads the profile that is to judge a hub.
     *
     * @throws io.keyledger.command.profile.InvalidHubProfileException with every mistake in it
     */
    static HubProfile read(byte @Nullable [] body, HubId hub) {
        if (hub.equals(HubId.KEYLEDGER)) {
            throw CommandRejected.because(RejectionReason.HUB_BUILT_IN);
        }
        HubProfile profile = HubProfileReader.read(text(body == null ? new byte[0] : body), NAME);
        if (!profile.hub().equals(hub)) {
            throw ProblemException.of(
                    ProblemCode.HUB_MISMATCH,
                    "hub",
                    "The profile is that of hub %s, and was sent to hub %s. Change one of the two."
                            .formatted(profile.hub(), hub));
        }
        return profile;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException _) {
            throw ProblemException.of(
                    ProblemCode.HUB_PROFILE_INVALID, "The profile is not UTF-8 text.");
        }
    }
}
