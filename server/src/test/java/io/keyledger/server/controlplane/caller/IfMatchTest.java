package io.keyledger.server.controlplane.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checklist CC-05: which versions a caller demands. */
class IfMatchTest {

    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void withoutAHeaderAnyVersionWillDo() {
        assertThat(IfMatch.read(List.of()).versions()).isEmpty();
        assertThat(IfMatch.read(List.of(" * ")).versions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"0\"",
                " \"0\"\t",
                ",\"0\" , ,",
            })
    void oneTagIsOneVersion(String header) {
        assertThat(IfMatch.read(List.of(header)).versions()).containsExactly(0L);
    }

    @Test
    void ofSeveralTagsAnyWillDoHoweverTheyAreSpreadOverLines() {
        assertThat(IfMatch.read(List.of("\"7\",\"3\"")).versions()).containsExactly(3L, 7L);
        assertThat(IfMatch.read(List.of("\"7\"", "\"3\"")).versions()).containsExactly(3L, 7L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"W/\"3\"", "\"x\"", "\"\"", "\"03\"", "\"-1\"", "\"9999999999999999999\""})
    void aWeakOrForeignTagIsNoVersionOfAnything(String header) {
        assertThat(IfMatch.read(List.of(header)).versions()).containsExactly(NEVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "\"3",
                "3\"",
                "\"3\" \"4\"",
                "\"3\",*",
                "*,*",
                "w/\"3\"",
                ",",
                "\"a b\""
            })
    void whatIsNoListOfTagsIsRefused(String header) {
        assertRefused(List.of(header));
    }

    @Test
    void anEndlessListIsRefused() {
        String many =
                LongStream.range(0, 21)
                        .mapToObj(version -> "\"" + version + "\"")
                        .collect(Collectors.joining(","));

        assertRefused(List.of(many));
    }

    private static void assertRefused(List<String> lines) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IfMatch.read(lines))
                .returns(ProblemCode.INVALID_HEADER, ProblemException::code);
    }
}
