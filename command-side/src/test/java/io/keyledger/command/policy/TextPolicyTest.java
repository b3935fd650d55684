package io.keyledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.rejection.RejectionReason;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checklist KL-12: names and notes are data. */
class TextPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Zapier Integration",
                " with spaces around ",
                "<script>alert(1)</script>",
                "'; drop table credential; --",
                "Größe · 数字 · مفتاح",
                "\uD83D\uDD11 key"
            })
    void aNameCanBeAnythingThatShowsOnOneLine(String name) {
        assertThat(TextPolicy.name(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0\u3000",
                "nul\0",
                "two\r\nlines",
                "tab\t",
                "escape\u001B[31m",
                "c1\u0085",
                "line\u2028separator",
                "paragraph\u2029separator",
                "override\u202Eedirrevo",
                "isolate\u2066",
                "zero\u200Bwidth",
                "\uFEFFmark",
                "half\uD83D",
                "\uDD11half"
            })
    void aNameThatHidesOrForgesSomethingIsRefused(String name) {
        assertThat(TextPolicy.name(name))
                .hasValueSatisfying(
                        it -> assertThat(it.reason()).isEqualTo(RejectionReason.NAME_INVALID));
    }

    @Test
    void aNameHasAtMostTwoHundredCharactersHoweverTheyAreEncoded() {
        assertThat(TextPolicy.name("\uD83D\uDD11".repeat(200))).isEmpty();
        assertThat(TextPolicy.name("\uD83D\uDD11".repeat(201))).isPresent();
        assertThat(TextPolicy.name("x".repeat(10_000))).isPresent();
    }

    @Test
    void whatIsRefusedIsQuotedBrieflyAndHarmlessly() {
        assertThat(TextPolicy.name("\u001B[31m\uD83D" + "x".repeat(10_000)))
                .hasValueSatisfying(it ->
                        assertThat(it.offendingValue())
                                .isEqualTo("\uFFFD[31m\uFFFD" + "x".repeat(94) + "…"));
    }

    @Test
    void aWorkspaceNeedsNoExternalId() {
        assertThat(TextPolicy.externalId(null)).isEmpty();
    }

    @Test
    void metadataCanHaveFiftyEntriesOfFullLengthAndValuesOfSeveralLines() {
        assertThat(TextPolicy.metadata(entries(50))).isEmpty();
        assertThat(TextPolicy.metadata(Map.of("n".repeat(40), "v".repeat(500)))).isEmpty();
        assertThat(TextPolicy.metadata(Map.of("note", "one\r\ntwo\tthree", "empty", ""))).isEmpty();
    }

    @Test
    void metadataBeyondItsLimitsIsRefused() {
        assertThat(TextPolicy.metadata(entries(51))).isPresent();
        assertThat(TextPolicy.metadata(Map.of("n".repeat(41), "v"))).isPresent();
        assertThat(TextPolicy.metadata(Map.of("n", "v".repeat(501)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "escape\u001B[31m", "half\uD83D"})
    void metadataThatCannotBeStoredOrShownIsRefused(String text) {
        assertThat(TextPolicy.metadata(Map.of("name", text))).isPresent();
        assertThat(TextPolicy.metadata(Map.of(text, "value"))).isPresent();
    }

    private static Map<String, String> entries(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(it -> "name-" + it, it -> "value"));
    }
}
