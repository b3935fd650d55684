package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubProfileFolderTest {

    @TempDir private Path folder;

    @Test
    void withoutAFolderThereAreTheBundledProfiles() {
        assertThat(HubProfileFolder.load(null))
                .extracting(InstalledProfile::profile)
                .isEqualTo(BundledHubProfiles.all());
    }

    @Test
    void everyYamlFileOfTheFolderAddsAHub() throws IOException {
        write("parcels.yaml", TestProfiles.text("/hubs/parcelwise.yaml"));
        write("acme.yaml", TestProfiles.acme());
        write("notes.txt", "not a profile");

        assertThat(HubProfileFolder.load(folder))
                .extracting(installed -> installed.profile().hub().value())
                .containsExactly(
                        "keyledger",
                        "hubnity",
                        "nextoria",
                        "hubhus",
                        "onboardinghub",
                        "acme",
                        "parcelwise");
    }

    @Test
    void aFileThatReadsOtherwiseHasAnotherFingerprint() throws IOException {
        write("acme.yaml", TestProfiles.acme());
        String first = HubProfileFolder.load(folder).getLast().fingerprint();
        write("acme.yaml", TestProfiles.acme());
        assertThat(HubProfileFolder.load(folder).getLast().fingerprint()).isEqualTo(first);

        write("acme.yaml", TestProfiles.acme() + "# changed\n");

        assertThat(HubProfileFolder.load(folder).getLast().fingerprint()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "hub: acme, hub: hubnity, hub 'hubnity'",
        "prefix: acm, prefix: hbn, key prefix 'hbn'",
        "base-path: /acme, base-path: /hubnity, base path '/hubnity'",
        "api.acme.example, api.hubnity.eu, host 'api.hubnity.eu'"
    })
    void twoProfilesCannotClaimTheSame(String replace, String by, String claim) throws IOException {
        Path file = write("acme.yaml", TestProfiles.acme().replace(replace, by));

        assertThat(problems())
                .containsExactly(
                        file
                                + ": the "
                                + claim
                                + " is already taken by hubnity.yaml (bundled). Change one of the"
                                + " two.");
    }

    @Test
    void theProblemsOfAllFilesAreToldAtOnce() throws IOException {
        Path first = write("a.yaml", TestProfiles.acme().replace("hub: acme", "hub: A"));
        Path second = write("b.yaml", TestProfiles.acme().replace("cost: 2", "cost: two"));

        assertThat(problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith(first + ":1:6: "),
                        problem -> assertThat(problem).startsWith(second + ":30:57: "));
    }

    @Test
    void aFileThatWouldBeOverlookedIsTold() throws IOException {
        Path file = write("acme.yml", TestProfiles.acme());

        assertThat(problems())
                .containsExactly(
                        file + ": is not read, because it ends in .yml. Rename it to .yaml.");
    }

    @Test
    void aFileThatIsNotUtf8IsTold() throws IOException {
        Path file = folder.resolve("acme.yaml");
        Files.write(file, "title: Café".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems()).containsExactly(file + ": is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        folder = folder.resolve("missing");

        assertThat(problems())
                .containsExactly(
                        folder
                                + ": is no folder. Create it, or point keyledger.hubs-dir at the"
                                + " folder that holds your hub profiles.");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> problems() {
        var thrown =
                catchThrowableOfType(
                        InvalidHubProfileException.class, () -> HubProfileFolder.load(folder));
        assertThat(thrown).isNotNull();
        return thrown.problems().stream().map(ProfileProblem::toString).toList();
    }
}
