package io.keyledger.server.console.campaign;

import java.util.List;

/** A list that somebody types, one item a line. */
final class Lines {

    private Lines() {}

    /** The items; lines with nothing in them are none. */
    static List<String> read(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static String write(List<String> items) {
        return String.join("\n", items);
    }
}
