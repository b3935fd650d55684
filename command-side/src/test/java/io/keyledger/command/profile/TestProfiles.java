package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The profiles that the tests read. */
final class TestProfiles {

    private TestProfiles() {}

    /** A profile of {@code /hubs}, bundled or for tests. */
    static HubProfile hub(String name) {
        return HubProfileReader.read(text("/hubs/" + name + ".yaml"), name + ".yaml");
    }

    /** A small valid profile to change in one place. */
    static String acme() {
        return text("/profiles/acme.yaml");
    }

    static String text(String resource) {
        try (InputStream in = TestProfiles.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
