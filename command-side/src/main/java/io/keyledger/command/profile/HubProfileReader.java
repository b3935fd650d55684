package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.profile.ProfileSchema.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a hub profile from YAML; {@code docs/hub-profiles.md} describes the language. */
public final class HubProfileReader {

    private HubProfileReader() {}

    /**
     * Reads one profile.
     *
     * @param source the YAML
     * @param fileName how problems name the file
     * @throws InvalidHubProfileException with every problem that was found
     */
    public static HubProfile read(String source, String fileName) {
        Problems problems = new Problems(fileName);
        @Nullable YamlDocument document = new YamlParser(problems).parse(source);
        Optional<HubProfile> profile =
                document == null ? Optional.empty() : read(document, problems);
        if (!problems.isEmpty() || profile.isEmpty()) {
            throw problems.toException();
        }
        return profile.get();
    }

    private static Optional<HubProfile> read(YamlDocument document, Problems problems) {
        ViolationWords words = new ViolationWords(document);
        Set<String> broken = new HashSet<>();
        List<Violation> violations = ProfileSchema.check(document.root());
        for (Violation violation : violations) {
            if (!violation.isExplainedBy(violations)) {
                problems.add(words.position(violation), words.text(violation));
            }
            if (!violation.isHarmless()) {
                broken.add(violation.section());
            }
        }
        return new ProfileAssembly(Part.root(document, problems), broken).assemble();
    }
}
