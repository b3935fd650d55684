package io.keyledger.server.ledger;

import tools.jackson.databind.node.ObjectNode;

/** Keys were neither bound to a filter nor documented. */
final class ApiKeyIssued_1_to_2 extends JsonUpcaster {

    ApiKeyIssued_1_to_2() {
        super("apikey.issued", 1);
    }

    @Override
    void upcast(ObjectNode event) {
        event.putNull("filter");
        event.putNull("documentation");
    }
}
