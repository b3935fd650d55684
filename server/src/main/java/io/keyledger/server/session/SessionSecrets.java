package io.keyledger.server.session;

import io.keyledger.api.token.Digest;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.oauth.digest.TokenDigests;
import java.util.List;

/** What browsers hold: secrets of the same format and strength as all others. */
public final class SessionSecrets {

    private static final String PREFIX = "kl_session";

    private final SecretMint mint;
    private final TokenDigests digests;

    SessionSecrets(SecretMint mint, TokenDigests digests) {
        this.mint = mint;
        this.digests = digests;
    }

    /** A new one, which nobody is signed in by. */
    public String fresh() {
        return mint.mint(PREFIX).plaintext();
    }

    /** Whether somebody may have got this from {@link #fresh}. */
    public boolean isOurs(String presented) {
        return presented.startsWith(PREFIX + "_") && !candidates(presented).isEmpty();
    }

    /** The digest under the current pepper. */
    Digest digest(String secret) {
        return candidates(secret).getFirst();
    }

    /** What a session may be known by: a digest under each live pepper. */
    List<Digest> candidates(String secret) {
        return digests.candidates(secret);
    }
}
