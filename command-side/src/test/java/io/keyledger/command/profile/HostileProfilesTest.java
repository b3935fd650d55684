package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is broken or hostile costs little, and its problems are told like any others. */
class HostileProfilesTest {

    private static final List<String> OTHER_VALUES =
            List.of("", "{}", "[]", "7", "-1.5", "true", "\"\"", "\"{x}\"", "[{}]", "{a: b}");
    private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\s{\\[][^,}\\n]*|\\{.*}");

    @Test
    void anEmptyFileIsRefused() {
        assertThat(problem("")).startsWith("x.yaml: is empty.");
        assertThat(problem("# only a comment\n")).startsWith("x.yaml: is empty.");
    }

    @Test
    void aFileThatIsNoGroupOfFieldsIsRefused() {
        assertThat(problem("- hub: acme")).startsWith("x.yaml:1:1: the profile must be a group");
        assertThat(problem("acme")).startsWith("x.yaml:1:1: the profile must be a group");
    }

    @Test
    void aFileOfMoreThanOneMegabyteIsNotParsed() {
        assertThat(problem("#".repeat(1 << 20) + "\nhub: acme"))
                .startsWith("x.yaml: is longer than 1 MB.");
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        assertThat(problem("hub: " + "[".repeat(500_000)))
                .startsWith("x.yaml:1:45: is nested more than 40 levels deep.");
    }

    @Test
    void aliasesThatExpandToBillionsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x]\n");
        for (int i = 1; i <= 8; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(5) + alias));
        }
        assertThat(problem(bomb.toString()))
                .startsWith("x.yaml: expands to more than 100000 values. Use fewer aliases.");
    }

    @Test
    void anAliasOfTheGroupAroundItIsRefused() {
        String source =
                TestProfiles.acme()
                        .replace("plans:\n", "plans: &all\n")
                        .replace("free: {}", "free: *all");

        assertThat(problem(source)).contains(": plans.free contains itself by an alias.");
    }

    @Test
    void aliasesInBoundsAreRead() {
        String source =
                TestProfiles.acme()
                        .replace("hub: acme", "hub: &name acme")
                        .replace("title: Acme", "title: *name");

        assertThat(HubProfileReader.read(source, "x.yaml").title()).isEqualTo("acme");
    }

    @Test
    void tagsAreRefused() {
        String source = TestProfiles.acme().replace("title: ", "title: !!java.lang.Runtime ");

        assertThat(problem(source)).startsWith("x.yaml:2:8: title has the tag ");
    }

    @Test
    void aLineBreakCannotHideAtTheEndOfAName() {
        String source = TestProfiles.acme().replace("prefix: acm", "prefix: \"acm\\n\"");

        assertThat(problem(source)).startsWith("x.yaml:7:11: keys.prefix cannot be 'acm\uFFFD'.");
    }

    static Stream<String> changedProfiles() {
        return Stream.of("/profiles/acme.yaml", "/hubs/parcelwise.yaml")
                .map(TestProfiles::text)
                .flatMap(source -> Stream.concat(withoutOneLine(source), withOtherValues(source)));
    }

    @ParameterizedTest
    @MethodSource("changedProfiles")
    void whateverIsChangedTheReaderAcceptsTheFileOrTellsItsProblems(String source) {
        Throwable thrown = catchThrowable(() -> HubProfileReader.read(source, "x.yaml"));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(InvalidHubProfileException.class);
            assertThat(((InvalidHubProfileException) thrown).problems()).isNotEmpty();
        }
    }

    private static Stream<String> withoutOneLine(String source) {
        return source.lines().map(line -> source.replace(line + "\n", ""));
    }

    private static Stream<String> withOtherValues(String source) {
        List<String> changed = new ArrayList<>();
        Matcher value = VALUE.matcher(source);
        while (value.find()) {
            for (String other : OTHER_VALUES) {
                changed.add(
                        source.substring(0, value.start()) + other + source.substring(value.end()));
            }
        }
        return changed.stream();
    }

    private static String problem(String source) {
        var thrown =
                catchThrowableOfType(
                        InvalidHubProfileException.class,
                        () -> HubProfileReader.read(source, "x.yaml"));
        assertThat(thrown).isNotNull();
        return thrown.problems().getFirst().toString();
    }
}
