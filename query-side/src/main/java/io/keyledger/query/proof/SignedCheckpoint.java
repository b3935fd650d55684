package io.keyledger.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;

/**
 * A checkpoint with the signature of its ledger: a signed note of C2SP with one signature.
 *
 * @param checkpoint what is signed
 * @param keyId the id of the key
 * @param note all of it, as text
 */
public record SignedCheckpoint(Checkpoint checkpoint, String keyId, String note) {

    private static final String DASH = "\u2014 ";

    /** Signs a checkpoint. */
    public static SignedCheckpoint sign(
            Checkpoint checkpoint, PrivateKey secret, CheckpointKey key) {
        String text = checkpoint.text();
        byte[] signature = signature(text, secret);
        byte[] line =
                ByteBuffer.allocate(CheckpointKey.ID_LENGTH + signature.length)
                        .put(key.idBytes())
                        .put(signature)
                        .array();
        return new SignedCheckpoint(checkpoint, key.id(), note(text, key.name(), line));
    }

    private static byte[] signature(String text, PrivateKey secret) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(text.getBytes(UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkpoint cannot be signed", e);
        }
    }

    private static String note(String text, String name, byte[] line) {
        return text + "\n" + DASH + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException when it is none; nothing is said of its signature
     */
    public static SignedCheckpoint read(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("a note has a signature");
        }
        Checkpoint checkpoint = Checkpoint.read(note.substring(0, end + 1));
        byte[] line = line(note.substring(end + 2), checkpoint.origin());
        if (!note(checkpoint.text(), checkpoint.origin(), line).equals(note)) {
            throw new IllegalArgumentException("a note is written in one way only");
        }
        return new SignedCheckpoint(
                checkpoint, HexFormat.of().formatHex(line, 0, CheckpointKey.ID_LENGTH), note);
    }

    private static byte[] line(String signed, String name) {
        String beginning = DASH + name + " ";
        if (!signed.startsWith(beginning) || !signed.endsWith("\n")) {
            throw new IllegalArgumentException("a note has a signature of its ledger");
        }
        byte[] line =
                Base64.getDecoder()
                        .decode(signed.substring(beginning.length(), signed.length() - 1));
        if (line.length <= CheckpointKey.ID_LENGTH) {
            throw new IllegalArgumentException("a signature has the id of its key");
        }
        return line;
    }

    /** Whether one of these keys has signed it. */
    public boolean isSignedBy(Collection<CheckpointKey> keys) {
        byte[] line = line(note.substring(checkpoint.text().length() + 1), checkpoint.origin());
        byte[] signature = Arrays.copyOfRange(line, CheckpointKey.ID_LENGTH, line.length);
        return keys.stream()
                .filter(key -> key.id().equals(keyId))
                .anyMatch(key -> key.hasSigned(checkpoint.text(), signature));
    }

    @Override
    public String toString() {
        return note;
    }
}
