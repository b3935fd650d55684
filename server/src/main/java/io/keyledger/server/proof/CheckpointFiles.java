package io.keyledger.server.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the checkpoints, outside the database: a file for each hundred thousand entries, a
 * checkpoint on each line. They are appended to and never changed. Several nodes may have the same
 * folder; one at a time writes.
 */
final class CheckpointFiles {

    private static final long ENTRIES_PER_FILE = 100_000;
    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_LINE = 1 << 16;
    private static final String LOCK = "lock";
    private static final String EXTENSION = ".ndjson";

    private final Path folder;
    private final CheckpointTable table;

    CheckpointFiles(Path folder, CheckpointTable table) {
        this.folder = folder;
        this.table = table;
    }

    Path folder() {
        return folder;
    }

    /**
     * Copies what is not copied yet. When this returns it survives a power cut.
     *
     * @throws CopiesContradict when the database lacks what was copied last
     */
    synchronized void update() {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
                    FileLock ours = lock(channel)) {
                if (ours != null) {
                    updateAlone();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Another of this process is at it.
            return null;
        }
    }

    private void updateAlone() throws IOException {
        StoredCheckpoint last = last().orElse(null);
        if (last != null && !table.at(last.size()).equals(Optional.of(last))) {
            throw new CopiesContradict(last.size());
        }
        long size = last == null ? 0 : last.size();
        List<StoredCheckpoint> more = table.after(size, AT_ONCE);
        while (!more.isEmpty()) {
            append(more);
            more = table.after(more.getLast().size(), AT_ONCE);
        }
    }

    private void append(List<StoredCheckpoint> checkpoints) throws IOException {
        int from = 0;
        while (from < checkpoints.size()) {
            String name = name(checkpoints.get(from));
            int to = from;
            StringBuilder lines = new StringBuilder();
            while (to < checkpoints.size() && name(checkpoints.get(to)).equals(name)) {
                lines.append(CheckpointLine.write(checkpoints.get(to)));
                to++;
            }
            append(folder.resolve(name), lines.toString());
            from = to;
        }
    }

    private void append(Path file, String lines) throws IOException {
        boolean made = Files.notExists(file);
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            channel.position(channel.size());
            ByteBuffer bytes = UTF_8.encode(lines);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (made) {
            syncFolder();
        }
    }

    /** A new file is on the disk once its folder is. */
    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static String name(StoredCheckpoint checkpoint) {
        return "%019d%s"
                .formatted(checkpoint.size() / ENTRIES_PER_FILE * ENTRIES_PER_FILE, EXTENSION);
    }

    /** The last that was copied whole. What a crash left half written behind it is cut off. */
    private Optional<StoredCheckpoint> last() throws IOException {
        for (Path file : files().reversed()) {
            String line = lastLine(file);
            if (line != null) {
                return Optional.of(CheckpointLine.read(line));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String lastLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
            long start = Math.max(0, channel.size() - LONGEST_LINE);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - start));
            while (tail.hasRemaining() && channel.read(tail, start + tail.position()) > 0) {
                Thread.onSpinWait();
            }
            int end = lastIndexOfNewline(tail.array(), tail.position());
            if (start + end + 1 < channel.size()) {
                channel.truncate(start + end + 1);
                channel.force(true);
            }
            if (end < 0) {
                return null;
            }
            int begin = lastIndexOfNewline(tail.array(), end) + 1;
            return new String(tail.array(), begin, end - begin, UTF_8);
        }
    }

    private static int lastIndexOfNewline(byte[] bytes, int before) {
        int at = before - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }

    /** In the order of sizes. */
    List<Path> files() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(it -> it.toString().endsWith(EXTENSION)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
