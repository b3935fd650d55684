package io.keyledger.verdict;

/** What sort of thing was sent as Bearer. */
public enum CredentialKind {
    API_KEY("api_key"),
    ACCESS_TOKEN("access_token");

    private final String label;

    CredentialKind(String label) {
        this.label = label;
    }

    /** The name of the kind in tables and answers. */
    public String label() {
        return label;
    }
}
