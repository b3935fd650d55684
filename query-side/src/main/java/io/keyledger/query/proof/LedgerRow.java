package io.keyledger.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger, exactly as it is stored: nothing is read into it, and nothing is written
 * anew. The documentation for auditors has the encoding, and SQL that computes the same.
 *
 * @param position in the ledger
 * @param event identifies the entry
 * @param kind of the thing that was changed
 * @param thing that was changed
 * @param sequence of the change among those of the thing
 * @param time when it was changed, as text
 * @param name of the event
 * @param revision of the form in which the event is written down
 * @param payload the event as JSON
 * @param metadata who, from where and why, as JSON
 */
public record LedgerRow(
        long position,
        String event,
        String kind,
        String thing,
        long sequence,
        String time,
        String name,
        @Nullable String revision,
        String payload,
        String metadata) {

    private static final String VERSION = "keyledger-entry-v1";
    private static final int ABSENT = -1;

    /** The hash of the leaf that this is in the tree. */
    public Hash leaf() {
        return Hash.ofLeaf(encoded());
    }

    /**
     * The bytes of the leaf: each field as UTF-8 behind the number of its bytes, so that no two
     * entries have the same.
     */
    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            put(out, VERSION);
            put(out, Long.toString(position));
            put(out, event);
            put(out, kind);
            put(out, thing);
            put(out, Long.toString(sequence));
            put(out, time);
            put(out, name);
            put(out, revision);
            put(out, payload);
            put(out, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(DataOutputStream out, @Nullable String field) throws IOException {
        if (field == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = field.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
