package io.keyledger.api.token;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * Checks the format of a credential and digests it, without garbage but for the digest itself.
 *
 * <p>Not safe for use by several threads: each has its own.
 */
public final class TokenDigester {

    static final String ALGORITHM = "HmacSHA256";

    private final CRC32 crc = new CRC32();
    private final byte[] token = new byte[TokenFormat.MAX_LENGTH];
    private final byte[] output = new byte[Digest.LENGTH];
    private final Mac[] macs;
    private int length;

    public TokenDigester(Peppers peppers) {
        List<Pepper> all = peppers.all();
        macs = new Mac[all.size()];
        for (int i = 0; i < macs.length; i++) {
            macs[i] = mac(all.get(i));
        }
    }

    /**
     * Takes a credential in for {@link #digest}.
     *
     * @return false when it cannot be one of ours: wrong characters, length or checksum
     */
    public boolean read(CharSequence credential) {
        length = 0;
        int presented = credential.length();
        if (presented > TokenFormat.MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < presented; i++) {
            char c = credential.charAt(i);
            if (c > 0x7F) {
                return false;
            }
            token[i] = (byte) c;
        }
        if (!TokenFormat.isWellFormed(token, presented, crc)) {
            return false;
        }
        length = presented;
        return true;
    }

    /** How many peppers are live, and so how many digests a credential may be known by. */
    public int peppers() {
        return macs.length;
    }

    /**
     * The digest of the credential that was read last.
     *
     * @param pepper which live pepper; 0 is the current one
     */
    public Digest digest(int pepper) {
        Mac mac = macs[pepper];
        mac.update(token, 0, length);
        try {
            mac.doFinal(output, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException(e);
        }
        return Digest.of(output);
    }

    private static Mac mac(Pepper pepper) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper.key());
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("pepper " + pepper.id() + " cannot be used", e);
        }
    }
}
