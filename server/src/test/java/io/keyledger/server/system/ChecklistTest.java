package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which test holds what names tests that exist. */
class ChecklistTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [A-Z]{2}-\\d\\d \\|.*$");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> tests = tests();

        List<MatchResult> named = NAMED.matcher(page()).results().toList();

        assertThat(named)
                .hasSizeGreaterThan(80)
                .allSatisfy(it -> {
                    assertThat(tests).containsKey(it.group(1));
                    assertThat(tests.get(it.group(1))).contains("void " + it.group(2) + "(");
                });
    }

    @Test
    void everyStatementIsHeldByATest() throws IOException {
        List<String> rows = ROW.matcher(page()).results().map(MatchResult::group).toList();

        assertThat(rows).hasSizeGreaterThan(45).allMatch(row -> NAMED.matcher(row).find());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/checklist.md"));
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().matches(".*/src/test/java/.*(Test|IT)\\.java"))
                    .forEach(file -> tests.merge(name(file), text(file), String::concat));
        }
        return tests;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
