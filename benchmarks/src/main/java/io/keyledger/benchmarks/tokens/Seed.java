package io.keyledger.benchmarks.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where tokens are to be had from a server, and what for.
 *
 * @param format of the access tokens: {@code opaque} or {@code jwt}
 * @param credentials of the app, as part of a form
 * @param refreshTokens one of each of many grants
 */
record Seed(String format, int port, String path, String credentials, List<String> refreshTokens) {

    /** Writes what a server offers into a file that others wait for. */
    static void write(Path file, List<Seed> seeds) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(draft, seeds.stream().map(Seed::line).toList());
        Files.move(draft, file);
    }

    static List<Seed> read(Path file) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            seeds.add(
                    new Seed(
                            parts[0],
                            Integer.parseInt(parts[1]),
                            parts[2],
                            parts[3],
                            List.of(parts[4].split(",", -1))));
        }
        return seeds;
    }

    private String line() {
        return String.join(
                " ",
                format,
                Integer.toString(port),
                path,
                credentials,
                String.join(",", refreshTokens));
    }
}
