package io.keyledger.server.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The terminal, beside the log: for what a person is to read once and no log may keep. */
@Component
public final class Terminal {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public void print(String text) {
        out.println(text);
    }
}
