package io.keyledger.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How an event of one revision is stored for ever: {@code golden/apikey.issued/1.json}. */
record GoldenFile(String event, int revision) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<GoldenFile> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".json")).map(GoldenFile::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenFile of(Path file) {
        Path below = FOLDER.relativize(file);
        String revision = below.getName(1).toString().replace(".json", "");
        return new GoldenFile(below.getName(0).toString(), Integer.parseInt(revision));
    }

    Path path() {
        return FOLDER.resolve(event).resolve(revision + ".json");
    }

    /** The content without its whitespace: what stands in the ledger, to the byte. */
    String stored() {
        return JSON.readTree(text()).toString();
    }

    /** The content as people read it. */
    String text() {
        try {
            return Files.readString(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return event + " " + revision;
    }
}
