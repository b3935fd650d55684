package io.keyledger.server.oauth.dpop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.api.token.Digest;
import io.keyledger.query.oauth.ProofRegister;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** Proofs by the register that all nodes share: a proof that one has seen, no other accepts. */
public final class RegisteredProofs implements UsedProofs {

    private final ProofRegister register;

    public RegisteredProofs(ProofRegister register) {
        this.register = register;
    }

    /** Waits for the register. */
    @Override
    public boolean use(String proof, Instant until) {
        return register.use(digest(proof), until).toCompletableFuture().join();
    }

    /** What the register knows a proof by. */
    public static Digest digest(String name) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
