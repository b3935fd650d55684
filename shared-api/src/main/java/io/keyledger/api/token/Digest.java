package io.keyledger.api.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The HMAC-SHA-256 of a credential under a pepper: all that is ever stored of it.
 *
 * <p>Held as four longs, because millions of them are keys of a cache.
 */
public record Digest(long first, long second, long third, long fourth) {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Reads a digest from the first {@value #LENGTH} bytes of {@code bytes}. */
    public static Digest of(byte[] bytes) {
        return new Digest(
                (long) LONG.get(bytes, 0),
                (long) LONG.get(bytes, 8),
                (long) LONG.get(bytes, 16),
                (long) LONG.get(bytes, 24));
    }

    /** Reads a digest from its 64 hexadecimal digits. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Digest ofHex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a digest has 64 hexadecimal digits");
        }
        return of(bytes);
    }

    /** The digest in a new array of {@value #LENGTH} bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        LONG.set(bytes, 0, first);
        LONG.set(bytes, 8, second);
        LONG.set(bytes, 16, third);
        LONG.set(bytes, 24, fourth);
        return bytes;
    }

    /** The digest as 64 lower-case hexadecimal digits. */
    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The bits of a digest are uniform: one half of one long is as good a hash as any. */
    @Override
    public int hashCode() {
        return (int) first;
    }

    @Override
    public String toString() {
        return hex();
    }
}
