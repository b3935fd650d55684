package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The hub profiles that come with Keyledger. */
public final class BundledHubProfiles {

    /** Each stands as {@code /hubs/NAME.yaml} on the class path. */
    private static final List<String> NAMES =
            List.of("keyledger", "hubnity", "nextoria", "hubhus", "onboardinghub");

    private BundledHubProfiles() {}

    /** All of them; the built-in hub comes first. */
    public static List<HubProfile> all() {
        return sources().stream().map(ProfileSource::read).toList();
    }

    static List<ProfileSource> sources() {
        return NAMES.stream().map(BundledHubProfiles::source).toList();
    }

    private static ProfileSource source(String name) {
        String resource = "/hubs/" + name + ".yaml";
        try (InputStream in = BundledHubProfiles.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new ProfileSource(
                    name + ".yaml (bundled)", new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
