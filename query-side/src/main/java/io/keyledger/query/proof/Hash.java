package io.keyledger.query.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash of the tree: of a leaf, or of two hashes below it (RFC 9162, section 2.1.1). */
public final class Hash {

    /** How many bytes a hash has. */
    public static final int LENGTH = 32;

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that was computed before.
     *
     * @throws IllegalArgumentException when it has another length
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * The same, from base64.
     *
     * @throws IllegalArgumentException when it is not base64 of 32 bytes, in its one right form
     */
    public static Hash ofBase64(String base64) {
        Hash hash = of(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) {
            throw new IllegalArgumentException("not the one base64 of a hash");
        }
        return hash;
    }

    /** The hash of a leaf. */
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest sha = sha256();
        sha.update(LEAF);
        return new Hash(sha.digest(entry));
    }

    /** The hash above two others. */
    public static Hash above(Hash left, Hash right) {
        MessageDigest sha = sha256();
        sha.update(NODE);
        sha.update(left.bytes);
        return new Hash(sha.digest(right.bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As proofs and checkpoints have it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
