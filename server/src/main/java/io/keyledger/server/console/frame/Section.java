package io.keyledger.server.console.frame;

import io.keyledger.api.hub.HubProfile;
import java.util.function.Predicate;

/** What a workspace has in the console, in the order of the menu. */
public enum Section {
    KEYS("API keys", "/keys", _ -> true),
    APPS("OAuth apps", "/oauth-apps", hub -> hub.oauth() != null),
    GRANTS("Grants", "/grants", hub -> hub.oauth() != null),
    CAMPAIGNS("Campaigns", "/campaigns", hub -> !hub.collections().isEmpty()),
    USAGE("Usage", "/usage", _ -> true),
    AUDIT("Audit", "/audit", _ -> true),
    PEOPLE("People", "/people", _ -> true),
    WORKSPACE("Workspace", "", _ -> true);

    private final String title;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // a stateless function
    private final Predicate<HubProfile> has;

    Section(String title, String path, Predicate<HubProfile> has) {
        this.title = title;
        this.path = path;
        this.has = has;
    }

    /** As the menu shows it; keys by the hub's own word for them. */
    String title(HubProfile hub) {
        return this == KEYS ? KeyWords.of(hub).title() : title;
    }

    /** Below the workspace's own page. */
    public String path() {
        return path;
    }

    /** Whether the workspaces of this hub have it. */
    public boolean isIn(HubProfile hub) {
        return has.test(hub);
    }
}
