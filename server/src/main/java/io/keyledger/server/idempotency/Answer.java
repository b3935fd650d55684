package io.keyledger.server.idempotency;

import java.util.Map;

/**
 * An answer that can be given again to the letter.
 *
 * @param headers beside {@code Content-Type}
 * @param body what is written as JSON
 */
public record Answer<T>(int status, Map<String, String> headers, T body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Leaves the body out: it may hold a secret. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
