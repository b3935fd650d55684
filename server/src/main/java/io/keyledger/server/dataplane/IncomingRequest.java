package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/**
 * A request whose head is here and whose body may still be on its way. A body that comes in one
 * piece, as most do, is not copied.
 */
final class IncomingRequest {

    /** The interim answer to {@code Expect: 100-continue}. */
    static final ByteBuf CONTINUE =
            Unpooled.unreleasableBuffer(
                    Unpooled.copiedBuffer(
                                    "HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII)
                            .asReadOnly());

    /** Stands for a request of which too little came to know anything. */
    static final HttpRequest UNKNOWN =
            new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");

    private final HttpRequest request;
    private final Endpoint endpoint;
    private final boolean expectsContinue;
    private final long arrived;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    /** Whether the body is a copy of its own that can be added to. */
    private boolean gathered;

    IncomingRequest(HttpRequest request, Endpoint endpoint, boolean expectsContinue, long arrived) {
        this.request = request;
        this.endpoint = endpoint;
        this.expectsContinue = expectsContinue;
        this.arrived = arrived;
    }

    HttpRequest request() {
        return request;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    long arrived() {
        return arrived;
    }

    /** Takes the next piece of the body over. */
    void add(HttpContent content, ByteBufAllocator allocator) {
        ByteBuf piece = content.content();
        try {
            RequestRules.requireWellFormed(content);
            if (body.readableBytes() + piece.readableBytes() > endpoint.bodyLimit()) {
                throw new RequestRefused(ErrorCode.BODY_TOO_LARGE);
            }
            append(piece, allocator);
        } finally {
            piece.release();
        }
    }

    /** The whole body; whoever takes it releases it. */
    ByteBuf takeBody() {
        ByteBuf taken = body;
        body = Unpooled.EMPTY_BUFFER;
        return taken;
    }

    void release() {
        takeBody().release();
    }

    private void append(ByteBuf piece, ByteBufAllocator allocator) {
        if (!piece.isReadable()) {
            return;
        }
        if (!body.isReadable()) {
            body = piece.retain();
            return;
        }
        if (!gathered) {
            gather(allocator);
        }
        body.writeBytes(piece);
    }

    private void gather(ByteBufAllocator allocator) {
        ByteBuf first = body;
        body = allocator.buffer(first.readableBytes() * 2, endpoint.bodyLimit());
        body.writeBytes(first);
        first.release();
        gathered = true;
    }
}
