package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that lists its errors has one item that stands for all of them. */
class ErrorListsTest {

    private static final String LINE = "  invalid: { code: E401, text: The key is invalid. }\n";

    private static String with(String form) {
        return TestProfiles.acme().replace(LINE, LINE + "  " + form + "\n");
    }

    @Test
    void aListOfOneItemMaySpeakOfFieldAndMessage() {
        Form form =
                HubProfileReader.read(
                                with(
                                        "validation: { body: { all: [ { at: \"{field}\", why:"
                                                + " \"{message}\" } ] } }"),
                                "acme.yaml")
                        .errors()
                        .forms()
                        .get(Refusal.VALIDATION);

        assertThat(Objects.requireNonNull(form).body())
                .isEqualTo(Map.of("all", List.of(Map.of("at", "{field}", "why", "{message}"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validation: { body: { at: \"{field}\" } }",
                "validation: { body: { all: [ \"{field}\", \"and more\" ] } }",
                "rate-limited: { body: { all: [ \"{field}\" ] } }"
            })
    void nothingElseMay(String form) {
        String source = TestProfiles.acme().replaceFirst("  rate-limited: .*\n", "");
        var thrown =
                catchThrowableOfType(
                        InvalidHubProfileException.class,
                        () ->
                                HubProfileReader.read(
                                        source.replace(LINE, LINE + "  " + form + "\n"),
                                        "acme.yaml"));

        assertThat(thrown).isNotNull();
        assertThat(thrown.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.text())
                                .contains("has {field}, which stands for nothing"));
    }
}
