package io.keyledger.server.ledger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * No hub was known to be served over HTTPS only, and profiles did not say which query parameters
 * lists of rows understand.
 */
final class HubProfilePublished_1_to_2 extends JsonUpcaster {

    HubProfilePublished_1_to_2() {
        super("hub.profile-published", 1);
    }

    @Override
    void upcast(ObjectNode event) {
        event.withObjectProperty("profile").withObjectProperty("access").put("httpsOnly", false);
        for (JsonNode collection : event.at("/profile/collections")) {
            ((ObjectNode) collection).putObject("query");
        }
    }
}
