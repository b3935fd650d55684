package io.keyledger.server.dataplane;

import java.nio.charset.StandardCharsets;

/**
 * Writes JSON (RFC 8259) in UTF-8. It writes only what the data plane answers with, in the order in
 * which it is told, and looks after commas and escapes.
 */
final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    /** An escaped character: a backslash, u and four digits. */
    private static final int LONGEST_CHARACTER = 6;

    private final ByteSink out;
    private final boolean asciiOnly;

    JsonWriter(ByteSink out) {
        this(out, false);
    }

    private JsonWriter(ByteSink out, boolean asciiOnly) {
        this.out = out;
        this.asciiOnly = asciiOnly;
    }

    /** One that escapes whatever is not ASCII, for places that take nothing else. */
    static JsonWriter ascii(ByteSink out) {
        return new JsonWriter(out, true);
    }

    /** A field's name with its quotes and colon, encoded once. */
    static byte[] name(String name) {
        return ascii('"' + name + "\":");
    }

    JsonWriter beginObject() {
        separate();
        out.put('{');
        return this;
    }

    JsonWriter endObject() {
        out.put('}');
        return this;
    }

    JsonWriter beginArray() {
        separate();
        out.put('[');
        return this;
    }

    JsonWriter endArray() {
        out.put(']');
        return this;
    }

    /** Starts a field of an object; its value comes next. */
    JsonWriter field(byte[] name) {
        separate();
        out.put(name);
        return this;
    }

    JsonWriter string(CharSequence value) {
        separate();
        out.put('"');
        putEscaped(value);
        out.put('"');
        return this;
    }

    /** Writes a number that is not negative. */
    JsonWriter number(long value) {
        separate();
        out.putDecimal(value);
        return this;
    }

    JsonWriter bool(boolean value) {
        separate();
        out.put(value ? TRUE : FALSE);
        return this;
    }

    private void separate() {
        byte last = out.last();
        if (last != '{' && last != '[' && last != ':' && last != 0) {
            out.put(',');
        }
    }

    private void putEscaped(CharSequence value) {
        int length = value.length();
        byte[] bytes = out.reserve(length * LONGEST_CHARACTER);
        int start = out.size();
        int end = start;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
                bytes[end++] = (byte) c;
            } else if (asciiOnly) {
                end = putEscape(bytes, end, c);
            } else if (Character.isSurrogate(c)) {
                int codePoint = Character.codePointAt(value, i);
                end =
                        putCodePoint(
                                bytes,
                                end,
                                Character.isBmpCodePoint(codePoint) ? 0xFFFD : codePoint);
                i += Character.isBmpCodePoint(codePoint) ? 0 : 1;
            } else {
                end = c < 0x80 ? putEscape(bytes, end, c) : putCodePoint(bytes, end, c);
            }
        }
        out.advance(end - start);
    }

    private static int putEscape(byte[] bytes, int at, char c) {
        int end = at;
        bytes[end++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[end++] = (byte) c;
            case '\n' -> bytes[end++] = 'n';
            case '\r' -> bytes[end++] = 'r';
            case '\t' -> bytes[end++] = 't';
            default -> {
                bytes[end++] = 'u';
                bytes[end++] = HEX[c >> 12];
                bytes[end++] = HEX[c >> 8 & 0xF];
                bytes[end++] = HEX[c >> 4 & 0xF];
                bytes[end++] = HEX[c & 0xF];
            }
        }
        return end;
    }

    private static int putCodePoint(byte[] bytes, int at, int codePoint) {
        int end = at;
        if (codePoint < 0x800) {
            bytes[end++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                bytes[end++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                bytes[end++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[end++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            bytes[end++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        bytes[end++] = (byte) (0x80 | (codePoint & 0x3F));
        return end;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
