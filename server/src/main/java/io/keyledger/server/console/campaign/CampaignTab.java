package io.keyledger.server.console.campaign;

/** What a campaign has in the console, in the order in which it is shown. */
enum CampaignTab {
    CAMPAIGN("Campaign", ""),
    SCHEMA("Fields and selects", "/schema"),
    FILTERS("Filters", "/filters"),
    HISTORY("History", "/history");

    private final String title;
    private final String path;

    CampaignTab(String title, String path) {
        this.title = title;
        this.path = path;
    }

    String title() {
        return title;
    }

    /** Below the campaign's own page. */
    String path() {
        return path;
    }
}
