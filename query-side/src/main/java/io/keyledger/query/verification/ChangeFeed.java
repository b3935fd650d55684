package io.keyledger.query.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the database, on a connection and a thread of its own, and tells an {@link Ear}.
 * Whatever goes wrong, even in the ear, counts as a lost connection: it must not go on as if it had
 * heard.
 */
final class ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** Bounds how late silence is noticed; messages are delivered at once. */
    private static final int LONGEST_WAIT_MILLIS = 250;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final DedicatedConnections connections;
    private final Ear ear;
    private @Nullable Thread thread;
    private Duration pause = SHORTEST_PAUSE;
    private volatile boolean stopped;
    private volatile boolean listening;

    ChangeFeed(DedicatedConnections connections, Ear ear) {
        this.connections = connections;
        this.ear = ear;
    }

    void start() {
        stopped = false;
        thread = Thread.ofPlatform().daemon().name("keyledger-feed").start(this::run);
    }

    void stop() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    boolean isListening() {
        return listening;
    }

    private void run() {
        try {
            while (!stopped) {
                listenUntilBroken();
                Thread.sleep(pause);
                pause = longer(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void listenUntilBroken() {
        try (Connection connection = connections.open()) {
            listen(connection);
            follow(connection.unwrap(PGConnection.class));
        } catch (SQLException | RuntimeException e) {
            if (!stopped) {
                LOG.warn("The change feed is broken, memory is not trusted: {}", e.toString());
            }
        } finally {
            listening = false;
            ear.deaf();
        }
    }

    /** What is committed from here on is heard; what was before, the tables say. */
    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Change.CHANNEL + "; listen " + NodeMessage.CHANNEL);
        }
        ear.listening();
        listening = true;
        pause = SHORTEST_PAUSE;
    }

    private void follow(PGConnection connection) throws SQLException {
        while (!stopped) {
            for (PGNotification message : connection.getNotifications(LONGEST_WAIT_MILLIS)) {
                ear.hear(message.getName(), message.getParameter());
            }
            if (ear.isUneasy()) {
                throw new SQLTimeoutException("no heartbeat came back");
            }
        }
    }
}
