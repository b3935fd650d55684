package io.keyledger.query.verification;

import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
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
