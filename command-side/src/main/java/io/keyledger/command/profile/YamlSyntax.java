package io.keyledger.command.profile;

import java.util.Locale;
import java.util.Objects;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what a YAML parser's complaint usually means. */
final class YamlSyntax {

    private YamlSyntax() {}

    static String explain(MarkedYamlEngineException e) {
        String problem = Objects.requireNonNullElse(e.getProblem(), "unreadable").strip();
        return "is not YAML: " + problem + ". " + cureFor(problem.toLowerCase(Locale.ROOT));
    }

    private static String cureFor(String problem) {
        if (problem.contains("\\t") || problem.contains("tab")) {
            return "Indent with spaces, never with tabs.";
        }
        if (problem.contains("undefined alias") || problem.contains("alias")) {
            return "Put text that starts with * or & in double quotes.";
        }
        if (problem.contains("mapping values")) {
            return "Put text that holds ': ' in double quotes, or check the indentation.";
        }
        if (problem.contains("expected ','")) {
            return "Inside { } and [ ], put text that holds { } [ ] or , in double quotes.";
        }
        if (problem.contains("block end") || problem.contains("block mapping")) {
            return "Check the indentation: fields of one group start in one column.";
        }
        return "Look at this line and the one above it: indentation, quotes, brackets.";
    }
}
