package io.keyledger.benchmarks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Netty alone can do on this machine: the data plane's transport and decoder, and one answer
 * for everything, encoded once. It looks at nothing, so that it is the upper bound for whoever
 * does.
 */
final class ConstantAnswerServer {

    private ConstantAnswerServer() {}

    /**
     * Starts the server.
     *
     * @param args the port, and the file whose bytes are the answer
     */
    public static void main(String[] args) throws Exception {
        byte[] answer = Files.readString(Path.of(args[1])).getBytes(StandardCharsets.UTF_8);
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
                .channel(EpollServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                channel.pipeline()
                                        .addLast(
                                                new HttpRequestDecoder(
                                                        new HttpDecoderConfig()
                                                                .setMaxInitialLineLength(8 * 1024)
                                                                .setMaxHeaderSize(16 * 1024)
                                                                .setMaxChunkSize(64 * 1024)),
                                                new Constant(answer));
                            }
                        })
                .bind("127.0.0.1", Integer.parseInt(args[0]))
                .sync();
    }

    private static final class Constant extends ChannelInboundHandlerAdapter {

        private final ByteBuf answer;

        Constant(byte[] bytes) {
            ByteBuf direct = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
            answer = Unpooled.unreleasableBuffer(direct.asReadOnly());
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof LastHttpContent) {
                var _ = ctx.write(answer.duplicate(), ctx.voidPromise());
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            ctx.flush();
        }
    }
}
