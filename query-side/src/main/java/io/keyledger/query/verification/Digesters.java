package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends digesters, which only one thread may use at a time: a platform thread has one for good, and
 * the many short-lived virtual threads share a few.
 */
final class Digesters {

    private final Peppers peppers;
    private final ThreadLocal<TokenDigester> own;
    private final Queue<TokenDigester> spare = new ConcurrentLinkedQueue<>();

    Digesters(Peppers peppers) {
        this.peppers = peppers;
        this.own = ThreadLocal.withInitial(this::make);
    }

    /** Every digest that a credential may be known by; none when it cannot be one of ours. */
    List<Digest> candidates(CharSequence credential) {
        TokenDigester digester = borrow();
        try {
            if (!digester.read(credential)) {
                return List.of();
            }
            List<Digest> candidates = new ArrayList<>(digester.peppers());
            for (int pepper = 0; pepper < digester.peppers(); pepper++) {
                candidates.add(digester.digest(pepper));
            }
            return candidates;
        } finally {
            giveBack(digester);
        }
    }

    /** To be {@linkplain #giveBack given back} by the same thread. */
    TokenDigester borrow() {
        if (!Thread.currentThread().isVirtual()) {
            return own.get();
        }
        TokenDigester digester = spare.poll();
        return digester == null ? make() : digester;
    }

    void giveBack(TokenDigester digester) {
        if (Thread.currentThread().isVirtual()) {
            spare.offer(digester);
        }
    }

    private TokenDigester make() {
        return new TokenDigester(peppers);
    }
}
