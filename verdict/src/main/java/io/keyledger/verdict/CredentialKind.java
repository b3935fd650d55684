package io.keyledger.verdict;

import org.jspecify.annotations.Nullable;

/** What sort of thing was sent as Bearer. */
public enum CredentialKind {
    API_KEY("api_key", null),
    ACCESS_TOKEN("access_token", "access token");

    private final String label;
    private final @Nullable String inWords;

    CredentialKind(String label, @Nullable String inWords) {
        this.label = label;
        this.inWords = inWords;
    }

    /** The name of the kind in tables and answers. */
    public String label() {
        return label;
    }

    /** The kind in messages to people; null for a key, which each hub has its own word for. */
    public @Nullable String inWords() {
        return inWords;
    }
}
