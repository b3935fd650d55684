package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every mistake is told with its file, line and column, and with its cure. */
class ProfileDefectsTest {

    record Defect(String name, String replace, String by, List<String> problems) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Defect> defects() {
        Load yaml = new Load(LoadSettings.builder().build());
        Object cases = yaml.loadFromString(TestProfiles.text("/profiles/defects.yaml"));
        return JsonMapper.shared().convertValue(cases, new TypeReference<List<Defect>>() {});
    }

    @Test
    void theProfileThatTheDefectsAreMadeInIsValid() {
        assertThatCode(() -> HubProfileReader.read(TestProfiles.acme(), "acme.yaml"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectIsToldWithItsPlaceAndItsCure(Defect defect) {
        assertThat(TestProfiles.acme()).containsOnlyOnce(defect.replace());
        String source = TestProfiles.acme().replace(defect.replace(), defect.by());

        assertThat(problems(source)).containsExactlyElementsOf(defect.problems());
    }

    @Test
    void allDefectsOfAFileAreToldAtOnceInTheOrderOfTheirLines() {
        String source =
                TestProfiles.acme()
                        .replace("secrets: shown-once", "secret: shown-once")
                        .replace("rotation-grace: PT24H", "rotation-grace: a day")
                        .replace("scope: write:parts", "scope: write:part")
                        .replace("code: E401,", "code: E401, status: 200,")
                        .replace("idle: P30D", "idle: P91D");

        assertThat(problems(source))
                .extracting(problem -> problem.split(" ", 2)[0])
                .containsExactly(
                        "acme.yaml:8:3:",
                        "acme.yaml:9:19:",
                        "acme.yaml:31:31:",
                        "acme.yaml:38:34:",
                        "acme.yaml:46:3:");
    }

    private static List<String> problems(String source) {
        var thrown =
                catchThrowableOfType(
                        InvalidHubProfileException.class,
                        () -> HubProfileReader.read(source, "acme.yaml"));
        assertThat(thrown).isNotNull();
        return thrown.problems().stream().map(ProfileProblem::toString).toList();
    }
}
