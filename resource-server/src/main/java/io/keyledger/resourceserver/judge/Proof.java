package io.keyledger.resourceserver.judge;

/**
 * What came along to prove that the key of a token is held (RFC 9449).
 *
 * @param jwt empty when there was none, or not exactly one
 * @param method of the request
 * @param url of the request, whole, as its client sees it
 */
public record Proof(String jwt, String method, String url) {

    /** Without the proof. */
    @Override
    public String toString() {
        return "Proof[" + method + " " + url + "]";
    }
}
