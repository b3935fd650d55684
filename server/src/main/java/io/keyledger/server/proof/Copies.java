package io.keyledger.server.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The copies of checkpoints one after the other, as the files have them. */
final class Copies implements AutoCloseable {

    private final Deque<Path> files;
    private @Nullable BufferedReader open;
    private @Nullable StoredCheckpoint next;

    Copies(List<Path> files) {
        this.files = new ArrayDeque<>(files);
        advance();
    }

    /** The next one; of size 0 when its line is no checkpoint; null at the end. */
    @Nullable StoredCheckpoint peek() {
        return next;
    }

    void advance() {
        try {
            String line = line();
            next = line == null ? null : CheckpointLine.read(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String line() throws IOException {
        String line = open == null ? null : whole(open);
        while (line == null && !files.isEmpty()) {
            close();
            open = Files.newBufferedReader(files.remove());
            line = whole(open);
        }
        return line;
    }

    /** A line that is not ended is being written, or was when a crash came: it is none yet. */
    private static @Nullable String whole(BufferedReader file) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = file.read(); next >= 0; next = file.read()) {
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}
