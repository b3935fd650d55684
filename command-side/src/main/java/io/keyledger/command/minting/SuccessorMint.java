package io.keyledger.command.minting;

import static io.keyledger.command.minting.TokenKind.ACCESS_TOKEN;
import static io.keyledger.command.minting.TokenKind.REFRESH_TOKEN;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Makes what takes the place of a code or refresh token: derived from it, so that a client whose
 * answer was lost can have the same again, while neither it nor a key that opens it is at rest
 * anywhere.
 *
 * <p>Whoever has the database has the salt, and not the presented secret and not the pepper.
 * Whoever has the presented secret has not the pepper, and cannot tell what follows it. Safe for
 * use by several threads.
 */
public final class SuccessorMint {

    private static final int SALT_DIGITS = 27;
    private static final int TOKEN_ID_DIGITS = 20;

    private final SecureRandom random;
    private final Peppers peppers;
    private final List<SecretKey> keys;

    public SuccessorMint(SecureRandom random, Peppers peppers) {
        this.random = random;
        this.peppers = peppers;
        this.keys = peppers.all().stream().map(Derivation::key).toList();
    }

    /** A new salt, for one exchange: two that race for one token make different successors. */
    public String salt() {
        return Base62Digits.random(SALT_DIGITS, random);
    }

    /**
     * Makes successors under the current pepper.
     *
     * @param hubPrefix of the hub's keys
     * @param presented the code or refresh token that was presented
     */
    public Successors successors(String hubPrefix, GrantId grant, String salt, String presented) {
        return successors(0, hubPrefix, grant, salt, presented);
    }

    /**
     * Makes the successors of an earlier exchange again, under the pepper of that time.
     *
     * @return nothing when that pepper is no longer live
     */
    public Optional<Successors> again(
            String hubPrefix, GrantId grant, Succession succession, String presented) {
        List<String> ids = peppers.all().stream().map(Pepper::id).toList();
        int pepper = ids.indexOf(succession.accessToken().token().pepper());
        return pepper < 0
                ? Optional.empty()
                : Optional.of(successors(pepper, hubPrefix, grant, succession.salt(), presented));
    }

    private Successors successors(
            int pepper, String hubPrefix, GrantId grant, String salt, String presented) {
        Derivation derivation = new Derivation(keys.get(pepper), grant, salt, presented);
        return new Successors(
                token(pepper, REFRESH_TOKEN, hubPrefix, derivation),
                token(pepper, ACCESS_TOKEN, hubPrefix, derivation),
                tokenId(derivation));
    }

    private MintedToken token(int pepper, TokenKind kind, String hubPrefix, Derivation derivation) {
        byte[] bits = derivation.bits(kind.name());
        String plaintext =
                TokenText.write(
                        kind.prefix(hubPrefix),
                        (target, start, end) -> Base62Digits.fill(target, start, end, bits));
        return MintedToken.of(plaintext, peppers, pepper);
    }

    private static String tokenId(Derivation derivation) {
        byte[] digits = new byte[TOKEN_ID_DIGITS];
        Base62Digits.fill(digits, 0, TOKEN_ID_DIGITS, derivation.bits("TOKEN_ID"));
        return new String(digits, US_ASCII);
    }
}
