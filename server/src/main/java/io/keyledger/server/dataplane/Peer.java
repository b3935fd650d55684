package io.keyledger.server.dataplane;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection.
 *
 * @param address its IP address; null when it has none
 * @param mayForward whether its network alone lets it ask for forwarded requests
 */
record Peer(@Nullable String address, boolean mayForward) {

    static @Nullable String addressOf(@Nullable SocketAddress remote) {
        return remote instanceof InetSocketAddress inet && inet.getAddress() != null
                ? withoutZone(inet.getAddress().getHostAddress())
                : null;
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
