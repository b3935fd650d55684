package io.keyledger.server.console.frame;

/**
 * What those who run Keyledger have in the console besides workspaces, in the order of the menu.
 */
public enum OperatorSection {
    WORKSPACES("Workspaces", ""),
    AUDIT("Audit", "/audit"),
    PROOF("Proof", "/audit/proof"),
    PROJECTIONS("Projections", "/projections");

    private final String title;
    private final String path;

    OperatorSection(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /** As the menu shows it. */
    public String title() {
        return title;
    }

    /** Below the first page of the hub where they are signed in. */
    public String path() {
        return path;
    }
}
