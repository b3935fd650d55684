package io.keyledger.command.oauthapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An address that is nearly the registered one. */
record NearMiss(String registered, String requested) {

    private static final Path CORPUS = Path.of("src/test/resources/redirect-uris/near-misses.txt");
    private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    static List<NearMiss> all() {
        List<NearMiss> all = new ArrayList<>();
        String registered = "";
        for (String line : lines()) {
            if (line.startsWith("= ")) {
                registered = line.substring(2);
            } else {
                all.add(new NearMiss(registered, unescaped(line)));
            }
        }
        return all;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(CORPUS, UTF_8).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return CODE_UNIT.matcher(line).replaceAll(NearMiss::codeUnit).translateEscapes();
    }

    private static String codeUnit(MatchResult escape) {
        return Character.toString(Integer.parseInt(escape.group(1), 16));
    }

    /** Shown as the name of a test, in which what cannot be seen would be missed. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        requested
                .chars()
                .forEach(c ->
                        shown.append(c > ' ' && c < 0x7F ? "" + (char) c : "\\u%04x".formatted(c)));
        return shown + " is not " + registered;
    }
}
