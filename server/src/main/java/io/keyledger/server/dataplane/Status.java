package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** Status lines, encoded once. */
final class Status {

    private static final int FIRST = 100;
    private static final byte[][] LINES = new byte[500][];

    static {
        for (int code = FIRST; code < FIRST + LINES.length; code++) {
            String line = "HTTP/1.1 " + HttpResponseStatus.valueOf(code) + "\r\n";
            LINES[code - FIRST] = line.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Status() {}

    static byte[] line(int code) {
        return LINES[code - FIRST];
    }
}
