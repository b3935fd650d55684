package io.keyledger.server.console.access;

import io.keyledger.api.hub.HubId;

/** Where the console stands. */
public final class ConsolePath {

    /** Of everything in it. */
    public static final String ROOT = "/console";

    /** Of the pages of those who are signed in at a hub. */
    public static final String HUB = ROOT + "/{hub}";

    /** Of the pages of a workspace. */
    public static final String WORKSPACE = HUB + "/workspaces/{workspace}";

    private ConsolePath() {}

    /** The first page of a hub. */
    public static String of(HubId hub) {
        return ROOT + "/" + hub.value();
    }
}
