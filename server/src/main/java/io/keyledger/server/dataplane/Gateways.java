package io.keyledger.server.dataplane;

import io.keyledger.verdict.access.AddressBlocks;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.AsciiString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/** Which gateways may ask about forwarded requests: those of some networks, or with a key. */
final class Gateways {

    private static final AsciiString KEY = AsciiString.cached("x-keyledger-caller");
    private static final String LOOPBACK = "loopback";
    private static final String BY_KEY = "key";

    private final Callers callers;
    private final boolean byLoopback;
    private final boolean byKey;
    private final AddressBlocks networks;
    private final boolean byNetwork;

    /**
     * @param allowed any of {@code loopback}, {@code key} and address blocks
     * @throws IllegalArgumentException when one is none of them
     */
    Gateways(Callers callers, List<String> allowed) {
        this.callers = callers;
        byLoopback = allowed.contains(LOOPBACK);
        byKey = allowed.contains(BY_KEY);
        List<String> blocks =
                allowed.stream().filter(a -> !a.equals(LOOPBACK) && !a.equals(BY_KEY)).toList();
        byNetwork = !blocks.isEmpty();
        networks = AddressBlocks.of(blocks);
    }

    /** Whether the network of a connection is enough. Asked once for each connection. */
    boolean trust(SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress inet)) {
            return false;
        }
        InetAddress address = inet.getAddress();
        return (byLoopback && address.isLoopbackAddress())
                || (byNetwork && networks.admit(Peer.addressOf(remote)));
    }

    /** Goes on when the gateway may ask, and answers otherwise. */
    void admit(Exchange exchange, Runnable next) {
        if (exchange.peer().mayForward()) {
            next.run();
        } else if (byKey) {
            callers.admit(
                    exchange,
                    Fields.single(exchange.headers(), KEY),
                    HttpMethod.POST,
                    Endpoints.FORWARD_AUTH,
                    next);
        } else {
            exchange.refuse(ErrorCode.GATEWAY_FORBIDDEN);
        }
    }
}
