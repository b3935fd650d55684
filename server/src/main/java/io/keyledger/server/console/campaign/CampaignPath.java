package io.keyledger.server.console.campaign;

import io.keyledger.server.console.access.ConsolePath;

/** Where the pages of campaigns stand. */
final class CampaignPath {

    static final String ALL = ConsolePath.WORKSPACE + "/campaigns";
    static final String NEW = ALL + "/new";
    static final String ONE = ALL + "/{campaign}";
    static final String SCHEMA = ONE + "/schema";
    static final String KEYS = ONE + "/keys";
    static final String HISTORY = ONE + "/history";
    static final String FILTERS = ONE + "/filters";

    /** A filter may be named anything, so this does not stand below {@link #FILTERS}. */
    static final String NEW_FILTER = ONE + "/new-filter";

    static final String FILTER = FILTERS + "/{filter}";

    private CampaignPath() {}
}
