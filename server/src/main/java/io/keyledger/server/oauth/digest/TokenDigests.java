package io.keyledger.server.oauth.digest;

import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.token.Digest;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Digests what is presented, under the peppers of this node. Safe for use by many threads. */
public final class TokenDigests {

    private final Peppers peppers;

    public TokenDigests(Peppers peppers) {
        this.peppers = peppers;
    }

    /**
     * The digests that what is presented may be known by, the current pepper's first.
     *
     * @return nothing when it cannot be one of ours: wrong characters, length or checksum
     */
    public List<Digest> candidates(String presented) {
        TokenDigester digester = new TokenDigester(peppers);
        return digester.read(presented)
                ? IntStream.range(0, digester.peppers()).mapToObj(digester::digest).toList()
                : List.of();
    }

    /**
     * The digest of a token that was just made, under the current pepper.
     *
     * @return nothing when nobody would take it for a token, such as a JWT that is too long
     */
    public Optional<TokenDigest> of(String token) {
        return candidates(token).stream()
                .findFirst()
                .map(digest -> new TokenDigest(digest, peppers.current().id()));
    }

    /** Whether a token is the one that is known. */
    public boolean isKnownAs(TokenDigest known, String token) {
        return candidates(token).contains(known.digest());
    }
}
