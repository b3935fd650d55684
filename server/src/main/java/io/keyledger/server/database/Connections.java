package io.keyledger.server.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes the driver's data sources: each connection they give is a new one. */
final class Connections {

    private static final int CONNECT_SECONDS = 5;

    private Connections() {}

    /** Connections of a login as it is, without a limit on what they do. */
    static PGSimpleDataSource plain(Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("keyledger");
        source.setURL(login.url());
        if (login.username() != null) {
            source.setUser(login.username());
        }
        if (login.password() != null) {
            source.setPassword(login.password());
        }
        return source;
    }

    /**
     * Connections with the rights of the runtime role. The role is part of the connection's own
     * start, so that neither RESET ROLE nor DISCARD ALL leaves it.
     *
     * @param purpose shown in {@code pg_stat_activity}
     * @param silence longest wait for the server's next word before the connection counts as dead
     * @param settings {@code name=value} of the server's settings for these connections
     */
    static PGSimpleDataSource runtime(
            Login login, String purpose, Duration silence, String... settings) {
        PGSimpleDataSource source = plain(login);
        source.setApplicationName("keyledger " + purpose);
        source.setSocketTimeout(wholeSeconds(silence));
        source.setOptions(options(source.getOptions(), settings));
        return source;
    }

    private static String options(@Nullable String ofTheUrl, String... settings) {
        Stream<String> ours =
                Stream.concat(Stream.of("role=" + RuntimeRole.NAME), Arrays.stream(settings));
        return Stream.concat(Stream.ofNullable(ofTheUrl), ours.map(it -> "-c " + it))
                .collect(Collectors.joining(" "));
    }

    /** The driver counts in seconds, and 0 means for ever. */
    private static int wholeSeconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
