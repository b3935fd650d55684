package io.keyledger.server.console.key;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Metadata as somebody types it, a pair in each line: {@code team = billing}. */
final class Pairs {

    private static final String FIELD = "metadata";

    private Pairs() {}

    static String write(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(it -> (it.getKey() + " = " + it.getValue()).strip())
                        .collect(Collectors.joining("\n"));
    }

    static Map<String, String> read(String text) {
        Map<String, String> pairs = new TreeMap<>();
        text.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(it -> add(it, pairs));
        return pairs;
    }

    /** Whether they can be typed. A program may have put line breaks into them. */
    static boolean canBeTyped(Map<String, String> pairs) {
        return pairs.keySet().stream().noneMatch(it -> it.contains("="))
                && pairs.values().stream().allMatch(it -> it.lines().count() < 2)
                && read(write(pairs)).equals(pairs);
    }

    private static void add(String line, Map<String, String> pairs) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw refused("Write each line as in “team = billing”. There is no = in “%s”.", line);
        }
        String name = line.substring(0, equals).strip();
        if (pairs.put(name, line.substring(equals + 1).strip()) != null) {
            throw refused("“%s” stands here more than once.", name);
        }
    }

    private static ProblemException refused(String text, String what) {
        return ProblemException.of(ProblemCode.INVALID_FIELD, FIELD, text.formatted(what));
    }
}
