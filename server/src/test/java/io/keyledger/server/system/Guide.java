package io.keyledger.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The code blocks of a page of the documentation. */
final class Guide {

    private final String page;

    private Guide(String page) {
        this.page = page;
    }

    static Guide named(String name) throws IOException {
        return new Guide(Files.readString(Path.of("..", "docs", name)));
    }

    /** From one heading to another, which is the first that is left out. */
    Guide between(String from, String until) {
        return new Guide(page.substring(page.indexOf(from), page.indexOf(until)));
    }

    /** The blocks of one language, in order. */
    List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
