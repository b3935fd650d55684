package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Touched by the event loop of its connection only. */
final class Exchange {

    static final byte[] CLOSE = Answer.line("Connection", "close");
    private static final byte[] KEEP_ALIVE = Answer.line("Connection", "keep-alive");
    private static final byte[] REQUEST_ID = Answer.name("X-Request-Id");

    private final Connection connection;
    private final HttpRequest request;
    private final long arrived;
    private boolean last;
    private @Nullable ByteBuf body;
    private @Nullable ByteBuf encoded;

    /**
     * @param body what came with the request; the exchange releases it
     * @param last whether the connection ends with the answer, as far as is known yet
     * @param arrived when, on the clock of {@link System#nanoTime()}
     */
    Exchange(Connection connection, HttpRequest request, ByteBuf body, boolean last, long arrived) {
        this.connection = connection;
        this.request = request;
        this.body = body;
        this.last = last;
        this.arrived = arrived;
    }

    HttpRequest request() {
        return request;
    }

    HttpHeaders headers() {
        return request.headers();
    }

    /** The body; only until the exchange is answered. */
    ByteBuf body() {
        if (body == null) {
            throw new IllegalStateException("answered already");
        }
        return body;
    }

    Peer peer() {
        return connection.peer();
    }

    /** Sends the answer as soon as those before it are sent; the first answer counts. */
    void answer(Answer answer) {
        if (encoded == null) {
            last = last || connection.endsWith(this);
            encoded = encode(answer);
            releaseBody();
            connection.answered(answer.status(), arrived);
        }
    }

    void refuse(ErrorCode code) {
        answer(Problems.of(code));
    }

    /** Goes on with the outcome on the event loop, unless the exchange is over by then. */
    <T> void whenComplete(
            CompletionStage<T> stage, BiConsumer<? super @Nullable T, @Nullable Throwable> next) {
        stage.whenComplete(
                (value, failure) -> connection.run(this, () -> next.accept(value, failure)));
    }

    boolean isAnswered() {
        return encoded != null;
    }

    /** Whether the connection ends with this answer. */
    boolean isLast() {
        return last;
    }

    /** Hands the encoded answer over to whoever sends it. */
    ByteBuf takeEncoded() {
        if (encoded == null) {
            throw new IllegalStateException("not answered yet");
        }
        return encoded;
    }

    /** The connection is gone. */
    void abandon() {
        releaseBody();
        if (encoded != null) {
            encoded.release();
        }
    }

    private ByteBuf encode(Answer answer) {
        if (last) {
            answer.field(CLOSE);
        } else if (!HttpVersion.HTTP_1_1.equals(request.protocolVersion())) {
            answer.field(KEEP_ALIVE);
        }
        String requestId = RequestId.of(headers());
        if (requestId != null) {
            answer.field(REQUEST_ID, requestId);
        }
        return answer.encode(connection.allocator(), !HttpMethod.HEAD.equals(request.method()));
    }

    private void releaseBody() {
        if (body != null) {
            body.release();
            body = null;
        }
    }
}
