package io.keyledger.server.database;

import io.keyledger.server.datadirectory.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Makes the embedded PostgreSQL's folder, once in the life of a data directory. */
final class NewCluster {

    static final String PASSWORD_FILE = "postgres-password";

    private static final String DRAFT = "postgres.new";
    private static final int PASSWORD_BYTES = 32;

    /** Written into postgresql.conf, where an operator may change them. */
    private static final List<String> PREFERENCES =
            List.of(
                    "max_connections=100",
                    "shared_buffers=128MB",
                    "max_wal_size=1GB",
                    "jit=off",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_checkpoints=off",
                    // Refused statements are the application's to log; here they could fill the
                    // disk.
                    "log_min_messages=log");

    private NewCluster() {}

    /** Makes it beside its place and moves it there: it is there whole or not at all. */
    static void make(Path cluster, DataDirectory data, PostgresPrograms programs)
            throws IOException {
        Path draft = data.resolve(DRAFT);
        FileSystemUtils.deleteRecursively(draft);
        if (data.read(PASSWORD_FILE).isEmpty()) {
            data.write(PASSWORD_FILE, randomPassword());
        }
        programs.run("initdb", options(draft, data.resolve(PASSWORD_FILE)));
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Nobody ever gets in without a password: not before the first start and not during it. */
    private static String[] options(Path folder, Path passwordFile) {
        Stream<String> fixed =
                Stream.of(
                        "--pgdata=" + folder,
                        "--username=" + EmbeddedCluster.SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions");
        return Stream.concat(fixed, PREFERENCES.stream().map(it -> "--set=" + it))
                .toArray(String[]::new);
    }

    static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
