package io.keyledger.server.dataplane;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches that requests arrive and leave in time. It looks at the connection from time to time
 * instead of noting the time of each request, so that it costs nothing on the way of one. A byte
 * now and then does not extend a request's time.
 */
final class RequestClock extends ChannelInboundHandlerAdapter {

    /** How often it looks, in a request's time: what it measures is exact to this part. */
    private static final int LOOKS = 4;

    private final long lookEveryMillis;
    private final long idleLooks;

    private @Nullable Connection connection;
    private @Nullable Future<?> looking;

    /** Whether bytes of a request have come but not yet all of them. */
    private boolean midRequest;

    private boolean changed;
    private int looksWithoutChange;

    RequestClock(DataPlaneProperties properties) {
        lookEveryMillis = Math.max(1, properties.requestTimeout().toMillis() / LOOKS);
        idleLooks = Math.max(1, properties.idleTimeout().toMillis() / lookEveryMillis);
    }

    void watch(Connection watched) {
        connection = watched;
    }

    /** The last byte of a request is here. */
    void requestArrived() {
        midRequest = false;
        changed = true;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        looking =
                ctx.executor()
                        .scheduleAtFixedRate(
                                () -> look(ctx),
                                lookEveryMillis,
                                lookEveryMillis,
                                TimeUnit.MILLISECONDS);
        super.channelActive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        if (!midRequest) {
            midRequest = true;
            changed = true;
        }
        super.channelRead(ctx, bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        if (looking != null) {
            looking.cancel(false);
        }
        super.channelInactive(ctx);
    }

    private void look(ChannelHandlerContext ctx) {
        if (changed) {
            changed = false;
            looksWithoutChange = 0;
            return;
        }
        looksWithoutChange++;
        Connection watched = connection;
        if (watched == null) {
            var _ = ctx.close();
        } else if (midRequest || watched.isBusy()) {
            endOverdueRequest(watched);
        } else if (looksWithoutChange >= idleLooks) {
            var _ = ctx.close();
        }
    }

    private void endOverdueRequest(Connection watched) {
        if (looksWithoutChange < LOOKS) {
            return;
        }
        if (watched.isBusy()) {
            watched.answerTimedOut();
        } else {
            watched.requestTimedOut();
        }
    }
}
