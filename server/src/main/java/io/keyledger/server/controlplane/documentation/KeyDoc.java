package io.keyledger.server.controlplane.documentation;

import java.util.List;

/**
 * The documentation of one key. It says what the key may do, and nothing of the key itself: not its
 * name, nor whose it is.
 *
 * @param hub the hub's name, as people know it
 * @param called the hub's own word for a key
 * @param baseUrl where the hub's API stands
 * @param openApiUrl where the same stands as OpenAPI
 * @param permissions the scopes that the key holds or has implied
 * @param limits how many requests are admitted, in words; empty when they are not counted
 */
record KeyDoc(
        String hub,
        String called,
        String baseUrl,
        String openApiUrl,
        List<Permission> permissions,
        List<String> limits,
        List<CampaignDoc> campaigns) {

    /** A scope, with what it permits. */
    record Permission(String scope, String meaning) {}

    /** Names the page. */
    public String title() {
        return campaigns.size() == 1
                ? campaigns.getFirst().name() + " · " + hub + " API"
                : hub + " API";
    }
}
