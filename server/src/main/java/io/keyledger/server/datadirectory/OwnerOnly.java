package io.keyledger.server.datadirectory;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that nobody but their owner may look into. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    private OwnerOnly() {}

    static void createDirectory(Path path) throws IOException {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
        try {
            Files.setPosixFilePermissions(path, FOLDER);
        } catch (FileSystemException e) {
            // A mounted volume may belong to somebody else. What is in it is protected file by
            // file.
            LOG.warn("Other users may list {}: {}", path, e.getReason());
        }
    }

    /** Opens a file for writing; one that is made is the owner's from its first moment. */
    static FileChannel open(Path file, StandardOpenOption creation) throws IOException {
        return FileChannel.open(file, Set.<OpenOption>of(creation, StandardOpenOption.WRITE), FILE);
    }

    /** Replaces a file whole: whoever reads it sees the old content or the new. */
    static void write(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            writeDraft(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeDraft(Path draft, String content) throws IOException {
        try (FileChannel channel = open(draft, CREATE_NEW)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A rename is on the disk once its folder is. */
    private static void syncFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
