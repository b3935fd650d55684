package io.keyledger.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerRowTest {

    private static LedgerRow row(String... text) {
        return new LedgerRow(
                7, text[0], text[1], text[2], 3, text[3], text[4], text[5], text[6], text[7]);
    }

    /** What stands at the end of one field is not what stands at the beginning of the next. */
    @Test
    void noTwoEntriesAreTheSameLeaf() {
        List<LedgerRow> rows =
                List.of(
                        row("ab", "c", "d", "e", "f", "1", "{}", "{}"),
                        row("a", "bc", "d", "e", "f", "1", "{}", "{}"),
                        row("ab", "c", "d", "e", "f1", "", "{}", "{}"),
                        row("ab", "c", "d", "e", "f", "1", "{}{}", ""),
                        row("ab", "c", "d", "e", "f", "1", "{ }", "{}"),
                        new LedgerRow(7, "ab", "c", "d", 3, "e", "f", null, "{}", "{}"),
                        new LedgerRow(7, "ab", "c", "d", 3, "e", "f", "", "{}", "{}"),
                        new LedgerRow(8, "ab", "c", "d", 3, "e", "f", "1", "{}", "{}"),
                        new LedgerRow(7, "ab", "c", "d", 4, "e", "f", "1", "{}", "{}"));

        Set<Hash> leaves = new HashSet<>(rows.stream().map(LedgerRow::leaf).toList());

        assertThat(leaves).hasSameSizeAs(rows);
    }

    @Test
    void theBytesAreThoseThatAreDocumented() {
        byte[] bytes = new LedgerRow(7, "é", "", "", 0, "", "", null, "", "").encoded();

        assertThat(bytes).startsWith(0, 0, 0, 18).contains("keyledger-entry-v1".getBytes(UTF_8));
        assertThat(bytes)
                .endsWith(
                        0, 0, 0, 1, '7', 0, 0, 0, 2, 0xc3, 0xa9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
                        '0', 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0,
                        0);
    }
}
