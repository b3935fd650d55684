package io.keyledger.server.controlplane.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void whatIsAbsentIsEmptyAndNumbersStandAsTheyAre() {
        assertThat(Csv.line(7L, null, "a")).isEqualTo("7,,\"a\"\r\n");
    }

    @Test
    void commasQuotesAndLineEndsStayInTheirCell() {
        assertThat(Csv.line("a,b", "say \"no\"", "one\r\ntwo"))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"one\r\ntwo\"\r\n");
    }

    /** Stops CSV injection: a key named as a formula would be calculated by a spreadsheet. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void nothingIsAFormula(String value) {
        assertThat(Csv.line(value)).startsWith("\"'" + value.charAt(0));
    }

    @Test
    void aSignWithinATextIsLeftAlone() {
        assertThat(Csv.line("a=b")).isEqualTo("\"a=b\"\r\n");
    }
}
