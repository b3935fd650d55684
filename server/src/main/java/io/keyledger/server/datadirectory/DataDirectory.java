package io.keyledger.server.datadirectory;

import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which one process keeps what must outlive it. Whoever holds an object of this class
 * holds the folder: a second process is refused until this one closes it or dies.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final DirectoryLock lock;

    private DataDirectory(Path path, DirectoryLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder when it is absent, takes it away from other users, and locks it.
     *
     * @throws StartupRefused when it is not a folder, cannot be written, or another process holds
     *     it
     */
    public static DataDirectory open(Path configured) {
        Path path = configured.toAbsolutePath().normalize();
        try {
            OwnerOnly.createDirectory(path);
            return new DataDirectory(path.toRealPath(), DirectoryLock.of(path));
        } catch (IOException e) {
            throw new StartupRefused(
                    "The data directory %s cannot be used: %s".formatted(path, e),
                    "Make it a folder that the user %s may write, or set keyledger.data-dir to one."
                            .formatted(System.getProperty("user.name")),
                    e);
        }
    }

    /** The folder, absolute and without symbolic links. */
    public Path path() {
        return path;
    }

    /** A file or folder below it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** What a file holds; empty when there is no such file. */
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file that its owner alone may read. When this returns the file survives a power cut;
     * when it does not return, the file is what it was before.
     */
    public void write(String name, String content) {
        try {
            OwnerOnly.write(resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file; one that is not there is no error. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
