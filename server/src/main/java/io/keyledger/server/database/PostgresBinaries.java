package io.keyledger.server.database;

import io.keyledger.server.startup.StartupRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, which lie packed in a jar of zonky's project, one for each system and
 * processor.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /**
     * Unpacks the programs, unless this version of them is there already.
     *
     * @param cache a folder that outlives the process; several processes may share it
     * @return the folder that holds {@code bin}
     */
    static Path unpackInto(Path cache) throws IOException {
        URL archive = archive();
        Path home = cache.resolve(name(archive));
        if (!Files.isDirectory(home)) {
            LOG.info("Unpacking PostgreSQL into {} (once)", home);
            Files.createDirectories(cache);
            unpackWhole(archive, home);
        }
        return home;
    }

    private static URL archive() {
        String file = "postgres-%s-%s.txz".formatted(system(), processor());
        URL archive = PostgresBinaries.class.getClassLoader().getResource(file);
        if (archive == null) {
            throw new StartupRefused(
                    "This build of Keyledger has no PostgreSQL for your system (no " + file + ").",
                    "Set spring.datasource.url, username and password to a PostgreSQL of your own,"
                            + " or build Keyledger on this system.");
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    /** Names the folder by the archive's checksum, so that another version gets another folder. */
    private static String name(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        long version =
                connection instanceof JarURLConnection jar
                        ? jar.getJarEntry().getCrc()
                        : connection.getLastModified();
        return "postgresql-%08x".formatted(version);
    }

    /** Unpacks beside and renames: the folder is there whole or not at all. */
    private static void unpackWhole(URL archive, Path home) throws IOException {
        Path draft = home.resolveSibling("unpacking-" + UUID.randomUUID());
        try {
            unpack(archive, draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            boolean anotherProcessWasFaster = Files.isDirectory(home);
            if (!anotherProcessWasFaster) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path file = entry.resolveIn(target);
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, file);
            if (!file.toFile().setExecutable(isExecutable(entry))) {
                throw new IOException("cannot set the mode of " + file);
            }
        }
    }

    private static boolean isExecutable(TarArchiveEntry entry) {
        return (entry.getMode() & 0100) != 0;
    }
}
