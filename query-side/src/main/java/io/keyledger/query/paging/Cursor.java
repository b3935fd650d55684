package io.keyledger.query.paging;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Where a page ends: the ledger position of its last item. It says nothing of whose list it came
 * from, and opens none: a list is always narrowed to its owner first.
 *
 * @param position the next page holds only what lies behind it
 */
public record Cursor(long position) {

    /** Before the first item. */
    public static final Cursor START = new Cursor(0);

    /**
     * Reads a cursor as {@link #encoded} wrote it.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Cursor decode(String encoded) {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded);
        if (bytes.length != Long.BYTES) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Cursor(ByteBuffer.wrap(bytes).getLong());
    }

    /** The cursor as clients carry it: opaque, and safe in a URL. */
    public String encoded() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
