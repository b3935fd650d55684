package io.keyledger.server.dataplane;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection so that the peer still gets the last answer: says that nothing more will come,
 * and goes on reading for a moment. A plain close while the peer is still sending would reset the
 * connection, and the answer would be lost with it (RFC 9112 §9.6).
 */
final class LingeringClose {

    private static final long LONGEST_MILLIS = 1000;

    private LingeringClose() {}

    static void of(Channel channel) {
        if (channel instanceof DuplexChannel duplex && channel.isActive()) {
            channel.config().setAutoRead(true);
            var _ = duplex.shutdownOutput();
            var _ =
                    channel.eventLoop()
                            .schedule(() -> close(channel), LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            close(channel);
        }
    }

    private static void close(Channel channel) {
        var _ = channel.close();
    }
}
