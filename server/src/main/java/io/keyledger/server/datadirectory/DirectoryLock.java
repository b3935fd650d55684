package io.keyledger.server.datadirectory;

import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The operating system's lock on a file in the data directory; it goes with the process, however
 * that ends. The file names the holder, for the message to whoever comes second.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock of(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE);
        if (!isFree(channel)) {
            channel.close();
            throw heldByAnother(directory, file);
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
        return new DirectoryLock(channel);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StartupRefused heldByAnother(Path directory, Path file) throws IOException {
        return new StartupRefused(
                "The data directory %s belongs to another Keyledger that is running: process %s."
                        .formatted(directory, Files.readString(file).strip()),
                "Stop that process, or give this one a folder of its own with keyledger.data-dir.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
