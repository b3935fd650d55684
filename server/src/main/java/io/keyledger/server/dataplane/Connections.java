package io.keyledger.server.dataplane;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that are open, never more than the most that are wanted. */
final class Connections {

    private final int most;
    private final Map<Channel, Connection> open = new ConcurrentHashMap<>();

    Connections(int most) {
        this.most = most;
    }

    /** Whether there is room; then the connection counts until its channel closes. */
    boolean admit(Channel channel, Connection connection) {
        if (open.size() >= most) {
            return false;
        }
        open.put(channel, connection);
        channel.closeFuture().addListener(closed -> open.remove(channel));
        return true;
    }

    int count() {
        return open.size();
    }

    /** Lets every connection end with the answers that it still owes. */
    void drain() {
        open.forEach((channel, connection) -> channel.eventLoop().execute(connection::drain));
    }

    void closeAll() {
        for (Channel channel : open.keySet()) {
            var _ = channel.close();
        }
    }
}
