package io.keyledger.server.console.campaign;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.console.frame.KeyWords;

/** What a campaign has in the console, in the order in which it is shown. */
enum CampaignTab {
    CAMPAIGN("Campaign", ""),
    SCHEMA("Fields and selects", "/schema"),
    FILTERS("Filters", "/filters"),
    KEYS("API keys", "/keys"),
    HISTORY("History", "/history");

    private final String title;
    private final String path;

    CampaignTab(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /** As the tab shows it; keys by the hub's own word for them. */
    String title(HubProfile hub) {
        return this == KEYS ? KeyWords.of(hub).title() : title;
    }

    /** Below the campaign's own page. */
    String path() {
        return path;
    }
}
