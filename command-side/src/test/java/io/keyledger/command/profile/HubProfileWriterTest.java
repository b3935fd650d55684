package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.HubProfile;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is read as the same profile. */
class HubProfileWriterTest {

    static Stream<HubProfile> profiles() {
        return Stream.concat(
                BundledHubProfiles.all().stream(),
                Stream.of(
                        TestProfiles.hub("parcelwise"),
                        HubProfileReader.read(TestProfiles.acme(), "acme.yaml")));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aWrittenProfileIsReadAsTheSame(HubProfile profile) {
        assertThat(rewritten(profile)).isEqualTo(profile);
    }

    /** What YAML would take for something else than text, or for the end of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "true", "null", "~", "1.0", "0x1F", "007", "- a", "a: b", "a #b", "#a", "{a}",
                        "[a]",
                "*a", "&a", "!a", "%a", "@a", "`a", "'a'", "\\\"a\\\"", "a\\\\b", "? a", "| a", "=",
                "naïve – ☃ 𝄞", "a {hub} b", " a ", "a, b", "...", "---"
            })
    void textsStayWhatTheyAre(String text) {
        String title = "title: \"" + text + "\"";
        HubProfile profile =
                HubProfileReader.read(
                        TestProfiles.acme().replaceFirst("title: .*", quoted(title)), "acme.yaml");

        assertThat(rewritten(profile)).isEqualTo(profile);
    }

    @Test
    void routesStandOnALineEach() {
        String written = HubProfileWriter.write(TestProfiles.hub("hubnity"));

        assertThat(written)
                .contains("\n  - {GET: /v1/members, scope: 'read:members'}\n")
                .contains("rotation-grace: PT24H")
                .contains("longest-grace: P30D");
    }

    private static HubProfile rewritten(HubProfile profile) {
        return HubProfileReader.read(HubProfileWriter.write(profile), "written.yaml");
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
