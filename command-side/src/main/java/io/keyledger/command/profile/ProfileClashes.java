package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what two profiles cannot both have: whoever reads a key or a URL must know whose it is. */
final class ProfileClashes {

    private final Map<String, String> owners = new HashMap<>();
    private final List<ProfileProblem> problems;

    ProfileClashes(List<ProfileProblem> problems) {
        this.problems = problems;
    }

    void add(HubProfile profile, String file) {
        claim("hub", profile.hub().value(), file);
        claim("key prefix", profile.keys().prefix(), file);
        claim("base path", profile.basePath(), file);
        profile.hosts().forEach(host -> claim("host", host, file));
    }

    private void claim(String what, String value, String file) {
        String claim = what + " '" + value + "'";
        @Nullable String owner = owners.putIfAbsent(claim, file);
        if (owner != null) {
            problems.add(
                    ProfileProblem.ofFile(
                            file,
                            "the "
                                    + claim
                                    + " is already taken by "
                                    + owner
                                    + ". Change one of"
                                    + " the two."));
        }
    }
}
