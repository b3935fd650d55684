package io.keyledger.server.dataplane;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * Builds the pipeline of a connection: clock, decoder, connection. Answers are written as bytes.
 */
final class ConnectionInitializer extends ChannelInitializer<SocketChannel> {

    private final DataPlaneProperties properties;
    private final Endpoints endpoints;
    private final Gateways gateways;
    private final Connections connections;
    private final Metrics metrics;

    ConnectionInitializer(
            DataPlaneProperties properties,
            Endpoints endpoints,
            Gateways gateways,
            Connections connections,
            Metrics metrics) {
        this.properties = properties;
        this.endpoints = endpoints;
        this.gateways = gateways;
        this.connections = connections;
        this.metrics = metrics;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        RequestClock clock = new RequestClock(properties);
        Peer peer =
                new Peer(
                        Peer.addressOf(channel.remoteAddress()),
                        gateways.trust(channel.remoteAddress()));
        Connection connection = new Connection(channel, peer, endpoints, clock, metrics);
        if (!connections.admit(channel, connection)) {
            turnAway(channel);
            return;
        }
        clock.watch(connection);
        channel.pipeline().addLast(clock, new HttpRequestDecoder(decoding()), connection);
    }

    /**
     * Strict framing is the decoder's default: lone line feeds and a length beside chunks are
     * refused.
     */
    static HttpDecoderConfig decoding() {
        return new HttpDecoderConfig()
                .setMaxInitialLineLength(Limits.REQUEST_LINE)
                .setMaxHeaderSize(Limits.HEADERS)
                .setMaxChunkSize(Limits.BODY);
    }

    private static void turnAway(SocketChannel channel) {
        Answer answer = Problems.of(ErrorCode.TOO_MANY_CONNECTIONS).field(Exchange.CLOSE);
        channel.writeAndFlush(answer.encode(channel.alloc(), true))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
