package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: takes requests, hands them to their endpoints, and sends the answers in the order
 * of the requests, whichever is ready first (RFC 9112 §9.3.2). Lives on one event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final Channel channel;
    private final Peer peer;
    private final Endpoints endpoints;
    private final RequestClock clock;
    private final Metrics metrics;
    private final ArrayDeque<Exchange> outstanding = new ArrayDeque<>();

    private @Nullable IncomingRequest incoming;

    /** Between a read from the socket and the flush that follows it. */
    private boolean reading;

    /** Whether a further request would be answered. */
    private boolean open = true;

    /** Whether the server is about to stop. */
    private boolean draining;

    Connection(
            Channel channel, Peer peer, Endpoints endpoints, RequestClock clock, Metrics metrics) {
        this.channel = channel;
        this.peer = peer;
        this.endpoints = endpoints;
        this.clock = clock;
        this.metrics = metrics;
    }

    Peer peer() {
        return peer;
    }

    ByteBufAllocator allocator() {
        return channel.alloc();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reading = true;
        if (!open) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            begin(request);
        } else if (message instanceof HttpContent content) {
            take(content);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        channel.flush();
        throttle();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        throttle();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        open = false;
        dropIncoming();
        outstanding.forEach(Exchange::abandon);
        outstanding.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // A reset or a broken pipe: the peer is gone. What it sent is nobody's business.
        log.debug("connection broken: {}", cause.getClass().getName());
        var _ = ctx.close();
    }

    private void begin(HttpRequest request) {
        long now = System.nanoTime();
        try {
            IncomingRequest begun = endpoints.receive(request, now);
            incoming = begun;
            if (begun.expectsContinue() && outstanding.isEmpty()) {
                var _ = channel.writeAndFlush(IncomingRequest.CONTINUE.duplicate());
            }
        } catch (RequestRefused refused) {
            refuseAndClose(request, refused, now);
        }
    }

    private void take(HttpContent content) {
        IncomingRequest current = incoming;
        if (current == null) {
            content.release();
            return;
        }
        try {
            current.add(content, channel.alloc());
        } catch (RequestRefused refused) {
            dropIncoming();
            refuseAndClose(current.request(), refused, current.arrived());
            return;
        }
        if (content instanceof LastHttpContent) {
            incoming = null;
            clock.requestArrived();
            handle(current);
        }
    }

    private void handle(IncomingRequest complete) {
        HttpRequest request = complete.request();
        open = HttpUtil.isKeepAlive(request) && open;
        Exchange exchange =
                new Exchange(this, request, complete.takeBody(), !open, complete.arrived());
        outstanding.addLast(exchange);
        try {
            complete.endpoint().handle(exchange);
        } catch (RuntimeException failure) {
            fail(exchange, failure);
        }
    }

    /** Ends the connection with an answer: where the next request would start is not known. */
    private void refuseAndClose(HttpRequest request, RequestRefused refused, long arrived) {
        open = false;
        Exchange exchange = new Exchange(this, request, Unpooled.EMPTY_BUFFER, true, arrived);
        outstanding.addLast(exchange);
        exchange.answer(endpoints.refusal(request, refused));
    }

    /** Runs {@code task} on the event loop, unless the exchange is over by then. */
    void run(Exchange exchange, Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            resume(exchange, task);
        } else {
            channel.eventLoop().execute(() -> resume(exchange, task));
        }
    }

    private void resume(Exchange exchange, Runnable task) {
        if (exchange.isAnswered() || !channel.isActive()) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException failure) {
            fail(exchange, failure);
        }
    }

    private static void fail(Exchange exchange, RuntimeException failure) {
        if (failure instanceof RequestRefused refused) {
            exchange.answer(Problems.of(refused));
        } else {
            String errorId = UUID.randomUUID().toString();
            log.error("a request failed; error id {}", errorId, failure);
            exchange.answer(Problems.internal(errorId));
        }
    }

    /** Sends every answer whose turn it is. */
    void answered(int status, long arrived) {
        metrics.answered(status, System.nanoTime() - arrived);
        Exchange next = outstanding.peekFirst();
        while (next != null && next.isAnswered()) {
            outstanding.removeFirst();
            send(next);
            next = outstanding.peekFirst();
        }
        if (!reading) {
            channel.flush();
            throttle();
        }
    }

    private void send(Exchange exchange) {
        ByteBuf encoded = exchange.takeEncoded();
        if (exchange.isLast()) {
            open = false;
            channel.writeAndFlush(encoded)
                    .addListener((ChannelFutureListener) sent -> LingeringClose.of(sent.channel()));
        } else {
            var _ = channel.write(encoded, channel.voidPromise());
        }
    }

    /** Reads on only while the peer takes its answers and they are not too many. */
    private void throttle() {
        boolean readOn = channel.isWritable() && outstanding.size() < Limits.PIPELINED;
        if (channel.config().isAutoRead() != readOn) {
            channel.config().setAutoRead(readOn);
        }
    }

    boolean isBusy() {
        return !outstanding.isEmpty();
    }

    /** The rest of a request did not come in time. */
    void requestTimedOut() {
        if (open) {
            IncomingRequest current = incoming;
            HttpRequest request = current == null ? IncomingRequest.UNKNOWN : current.request();
            dropIncoming();
            refuseAndClose(
                    request, new RequestRefused(ErrorCode.REQUEST_TIMEOUT), System.nanoTime());
        }
    }

    /** An answer did not become known in time: nobody is left waiting for ever. */
    void answerTimedOut() {
        Exchange[] waiting = outstanding.toArray(Exchange[]::new);
        for (Exchange exchange : waiting) {
            exchange.refuse(ErrorCode.UNAVAILABLE);
        }
    }

    /** Takes no further request: closes at once when idle, else with the next answer. */
    void drain() {
        draining = true;
        if (outstanding.isEmpty() && incoming == null) {
            open = false;
            var _ = channel.close();
        }
    }

    /** Whether the server is about to stop and this is the last exchange. */
    boolean endsWith(Exchange exchange) {
        return draining && incoming == null && outstanding.peekLast() == exchange;
    }

    private void dropIncoming() {
        IncomingRequest current = incoming;
        incoming = null;
        if (current != null) {
            current.release();
        }
    }
}
