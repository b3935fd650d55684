package io.keyledger.command.profile;

import io.keyledger.api.hub.HubProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text of a profile, and how problems name where it comes from. */
record ProfileSource(String name, String text) {

    HubProfile read() {
        return HubProfileReader.read(text, name);
    }

    /** SHA-256 of the text, in hexadecimal. */
    String fingerprint() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
