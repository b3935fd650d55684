package io.keyledger.query.verification;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Connections whose notifications a test can keep from being delivered. */
final class HoldableFeed implements DedicatedConnections {

    private final DedicatedConnections connections;
    private boolean held;

    HoldableFeed(DedicatedConnections connections) {
        this.connections = connections;
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    private synchronized PGNotification[] deliver(PGNotification[] notifications)
            throws InterruptedException {
        while (held) {
            wait();
        }
        return notifications;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = connections.open();
        PGConnection listening = connection.unwrap(PGConnection.class);
        PGConnection holdable =
                (PGConnection)
                        proxy(
                                PGConnection.class,
                                listening,
                                result -> deliver((PGNotification[]) result),
                                "getNotifications");
        return (Connection) proxy(Connection.class, connection, _ -> holdable, "unwrap");
    }

    private static Object proxy(Class<?> type, Object target, Change change, String method) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, called, arguments) -> {
                    try {
                        Object result = called.invoke(target, arguments);
                        return called.getName().equals(method) ? change.of(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface Change {

        Object of(Object result) throws InterruptedException;
    }
}
