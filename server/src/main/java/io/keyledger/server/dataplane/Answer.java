package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Puts one HTTP response together. Each event loop has one and reuses it: what is begun is encoded
 * before the next is begun.
 */
final class Answer {

    static final byte[] JSON = mediaType("application/json");
    static final byte[] PROBLEM_JSON = mediaType("application/problem+json");

    private static final byte[] ALWAYS =
            ascii("Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
    private static final byte[] COLON = ascii(": ");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] HEX = ascii("0123456789ABCDEF");

    /** What a status line, the fixed fields and the length need at most. */
    private static final int FRAME = 256;

    private static final FastThreadLocal<Answer> OF_THIS_THREAD =
            new FastThreadLocal<>() {
                @Override
                protected Answer initialValue() {
                    return new Answer();
                }
            };

    private final ByteSink fields = new ByteSink();
    private final ByteSink body = new ByteSink();
    private final JsonWriter json = new JsonWriter(body);
    private final ByteSink value = new ByteSink();
    private final JsonWriter valueJson = JsonWriter.ascii(value);
    private final DateField date = new DateField();
    private int status;

    private Answer() {}

    /** The thread's own, emptied. */
    static Answer begin(int status) {
        Answer answer = OF_THIS_THREAD.get();
        answer.status = status;
        answer.fields.clear();
        answer.body.clear();
        return answer;
    }

    int status() {
        return status;
    }

    void changeStatus(int to) {
        status = to;
    }

    /** Adds a field whose name and value are known to be clean. */
    Answer field(byte[] encodedLine) {
        fields.put(encodedLine);
        return this;
    }

    Answer field(byte[] name, long value) {
        fields.put(name);
        fields.put(COLON);
        fields.putDecimal(value);
        fields.put(LINE_END);
        return this;
    }

    /**
     * Adds a field with a value from anywhere. What is not visible ASCII, and the percent sign, is
     * written as percent-encoded UTF-8 (RFC 3986 §2.1), so that no value can end the line and no
     * two values look alike.
     */
    Answer field(byte[] name, CharSequence value) {
        beginField(name);
        fieldPart(value);
        return endField();
    }

    /** Adds a field whose value is JSON, all of it visible ASCII. */
    <T> Answer field(byte[] name, T about, BiConsumer<JsonWriter, T> writing) {
        value.clear();
        writing.accept(valueJson, about);
        fields.put(name);
        fields.put(COLON);
        fields.put(value);
        fields.put(LINE_END);
        return this;
    }

    Answer beginField(byte[] name) {
        fields.put(name);
        fields.put(COLON);
        return this;
    }

    Answer fieldPart(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x20 && c < 0x7F && c != '%') {
                fields.put(c);
            } else {
                int codePoint = Character.codePointAt(value, i);
                putPercentEncoded(codePoint);
                i += Character.charCount(codePoint) - 1;
            }
        }
        return this;
    }

    Answer fieldPart(char visible) {
        fields.put(visible);
        return this;
    }

    Answer endField() {
        fields.put(LINE_END);
        return this;
    }

    /** The body, to be written into. */
    JsonWriter json() {
        return json;
    }

    /** Adds to the body what is already encoded. */
    void body(byte[] encoded) {
        body.put(encoded);
    }

    /**
     * Adds the body as a field, byte by byte: UTF-8 is opaque data in a field value (RFC 9110
     * §5.5). Line ends, which are only layout in JSON, become spaces.
     */
    Answer repeatBodyAsField(byte[] name) {
        beginField(name);
        for (int i = 0; i < body.size(); i++) {
            byte next = body.at(i);
            fields.put(next == '\r' || next == '\n' ? ' ' : next);
        }
        return endField();
    }

    /**
     * Encodes the response.
     *
     * @param withBody false for the answer to HEAD, which tells the length only
     */
    ByteBuf encode(ByteBufAllocator allocator, boolean withBody) {
        ByteBuf buffer = allocator.directBuffer(FRAME + fields.size() + body.size());
        buffer.writeBytes(Status.line(status));
        buffer.writeBytes(date.line());
        buffer.writeBytes(ALWAYS);
        fields.put(CONTENT_LENGTH);
        fields.putDecimal(body.size());
        fields.put(LINE_END);
        fields.put(LINE_END);
        fields.writeTo(buffer);
        if (withBody) {
            body.writeTo(buffer);
        }
        return buffer;
    }

    private void putPercentEncoded(int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            fields.put('%');
            fields.put(HEX[b >> 4 & 0xF]);
            fields.put(HEX[b & 0xF]);
        }
    }

    /** A whole line, encoded once. */
    static byte[] line(String name, String value) {
        return ascii(name + ": " + value + "\r\n");
    }

    /** A field's name, encoded once. */
    static byte[] name(String name) {
        return ascii(name);
    }

    static byte[] mediaType(String type) {
        return line("Content-Type", type);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
