package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Bytes that are put together before they are sent. Reused from answer to answer; not safe for use
 * by several threads.
 */
final class ByteSink {

    private static final int USUAL = 1024;

    private byte[] bytes = new byte[USUAL];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The byte written last; 0 when there is none. */
    byte last() {
        return size == 0 ? 0 : bytes[size - 1];
    }

    byte at(int index) {
        return bytes[index];
    }

    void put(int oneByte) {
        reserve(1);
        bytes[size++] = (byte) oneByte;
    }

    void put(byte[] some) {
        reserve(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    void put(ByteSink other) {
        reserve(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    /** Writes a number that is not negative in decimal digits. */
    void putDecimal(long number) {
        int digits = digits(number);
        reserve(digits);
        size += digits;
        long rest = number;
        for (int i = size - 1, end = size - digits; i >= end; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Writes characters that are known to be ASCII. */
    void putAscii(CharSequence text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    /** Makes room for {@code more} bytes and returns the array, whose end is at {@link #size()}. */
    byte[] reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
        return bytes;
    }

    /** Takes {@code count} bytes as written that were put into the array behind the end. */
    void advance(int count) {
        size += count;
    }

    void writeTo(ByteBuf target) {
        target.writeBytes(bytes, 0, size);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
