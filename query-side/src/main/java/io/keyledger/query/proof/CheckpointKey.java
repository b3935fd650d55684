package io.keyledger.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public part of a key that signs checkpoints (Ed25519), under the name of a ledger, as C2SP
 * signed-note has it.
 */
public final class CheckpointKey {

    /** How many bytes the public part has. */
    public static final int LENGTH = 32;

    static final int ID_LENGTH = 4;

    private static final byte ED25519 = 1;
    private static final byte[] X509_BEGINNING =
            HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private CheckpointKey(String name, byte[] raw, PublicKey key) {
        this.name = name;
        this.raw = raw;
        this.key = key;
    }

    /**
     * A key by its bytes (RFC 8032).
     *
     * @throws IllegalArgumentException when they are no key
     */
    public static CheckpointKey of(String name, byte[] raw) {
        try {
            byte[] encoded =
                    ByteBuffer.allocate(X509_BEGINNING.length + raw.length)
                            .put(X509_BEGINNING)
                            .put(raw)
                            .array();
            return new CheckpointKey(
                    name,
                    raw.clone(),
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /** The key's id: eight hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    /** The key as tools that read signed notes take it. */
    public String published() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    String name() {
        return name;
    }

    byte[] idBytes() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((name + "\n").getBytes(UTF_8));
            return Arrays.copyOf(sha.digest(typed()), ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
    }

    /** Whether this key has signed the text so. */
    boolean hasSigned(String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return published();
    }
}
