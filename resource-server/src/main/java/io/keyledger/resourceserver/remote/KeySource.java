package io.keyledger.resourceserver.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service's own Keyledger key, read anew when its file changes, so that it can be rotated. */
public final class KeySource implements Supplier<String> {

    private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

    private final Path file;
    private volatile @Nullable Read latest;

    private KeySource(Path file) {
        this.file = file;
    }

    /** A key that is in a file, alone on its line. */
    public static Supplier<String> inFile(Path file) {
        return new KeySource(file);
    }

    @Override
    public String get() {
        Read read = latest;
        if (read == null || System.nanoTime() - read.lookedAt() > LOOK_EVERY_NANOS) {
            read = look(read);
            latest = read;
        }
        return read.key();
    }

    /** A file that cannot be read at the moment has what it had. */
    private Read look(@Nullable Read before) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            String key =
                    before != null && before.changed().equals(changed)
                            ? before.key()
                            : Files.readString(file).strip();
            return new Read(key, changed, System.nanoTime());
        } catch (IOException e) {
            if (before == null) {
                throw new IllegalStateException(
                        "keyledger.resource-server.key-file cannot be read: " + file, e);
            }
            return new Read(before.key(), before.changed(), System.nanoTime());
        }
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "KeySource[" + file + "]";
    }

    private record Read(String key, FileTime changed, long lookedAt) {

        @Override
        public String toString() {
            return "Read[" + changed + "]";
        }
    }
}
