package io.keyledger.server.console.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairsTest {

    @Test
    void whatIsTypedIsReadWithoutTheSpacesAroundIt() {
        assertThat(Pairs.read(" team=billing \r\n\r\n note = a = b\nempty ="))
                .isEqualTo(Map.of("team", "billing", "note", "a = b", "empty", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "a = 1\na = 2"})
    void whatIsNoPairIsRefused(String text) {
        assertThatThrownBy(() -> Pairs.read(text))
                .isInstanceOf(ProblemException.class)
                .extracting("field")
                .isEqualTo("metadata");
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Map<String, String> pairs = Map.of("team", "billing = us", "empty", "", "a b", "c d");

        assertThat(Pairs.canBeTyped(pairs)).isTrue();
        assertThat(Pairs.read(Pairs.write(pairs))).isEqualTo(pairs);
    }

    @ParameterizedTest
    @CsvSource({"a=b, c", "a, 'b\nc'", "a, 'b\nc = d'", "a, ' b'", "' a', b"})
    void whatALineWouldTearApartCannotBeTyped(String name, String value) {
        assertThat(Pairs.canBeTyped(Map.of(name, value))).isFalse();
    }
}
