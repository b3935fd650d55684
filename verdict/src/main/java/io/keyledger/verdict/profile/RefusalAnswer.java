package io.keyledger.verdict.profile;

import org.jspecify.annotations.Nullable;

/** How a hub answers one kind of refusal: status, headers and body, in its own words. */
public final class RefusalAnswer {

    private final int status;
    private final String code;
    private final String mediaType;
    private final BodyTemplate body;
    private final Challenge challenge;

    RefusalAnswer(
            int status, String code, String mediaType, BodyTemplate body, Challenge challenge) {
        this.status = status;
        this.code = code;
        this.mediaType = mediaType;
        this.body = body;
        this.challenge = challenge;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The hub's own code for this refusal. */
    public String code() {
        return code;
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The body in UTF-8. When it holds nothing of the request it is the same array each time: read
     * it, do not write it.
     */
    public byte[] body(RefusalFacts facts) {
        return body.render(facts);
    }

    /**
     * The value of {@code WWW-Authenticate} (RFC 6750 §3); null when the answer has none, because
     * another credential would not help.
     */
    public @Nullable String challenge(RefusalFacts facts) {
        return challenge.render(facts);
    }
}
