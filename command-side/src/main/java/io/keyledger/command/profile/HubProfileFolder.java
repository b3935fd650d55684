package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All hub profiles that a Keyledger serves: the bundled ones, and those of a folder. */
public final class HubProfileFolder {

    private HubProfileFolder() {}

    /**
     * Reads the bundled profiles and every {@code *.yaml} of {@code folder}.
     *
     * @param folder null when there are only the bundled ones
     * @throws InvalidHubProfileException with the problems of all files, and with those that two
     *     files have with each other
     */
    public static List<InstalledProfile> load(@Nullable Path folder) {
        List<ProfileProblem> problems = new ArrayList<>();
        List<ProfileSource> sources = new ArrayList<>(BundledHubProfiles.sources());
        if (folder != null) {
            sources.addAll(new FolderListing(folder, problems).sources());
        }
        List<InstalledProfile> profiles = new ArrayList<>();
        ProfileClashes clashes = new ProfileClashes(problems);
        for (ProfileSource source : sources) {
            try {
                HubProfile profile = source.read();
                clashes.add(profile, source.name());
                profiles.add(new InstalledProfile(profile, source.fingerprint()));
            } catch (InvalidHubProfileException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidHubProfileException(problems);
        }
        return List.copyOf(profiles);
    }
}
