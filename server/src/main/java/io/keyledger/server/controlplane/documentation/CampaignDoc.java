package io.keyledger.server.controlplane.documentation;

import java.util.List;

/**
 * What a key may do with the rows of one campaign.
 *
 * @param container what the hub calls a campaign
 * @param collection what the hub calls its rows
 * @param conditions what the key's filter asks of rows, in words; empty when it asks nothing
 * @param statuses that rows can be in, as far as the key may see
 */
record CampaignDoc(
        String name,
        String container,
        String collection,
        List<String> conditions,
        List<FieldDoc> fields,
        List<String> statuses,
        List<Operation> operations) {

    public boolean canBeWritten() {
        return operations.stream().anyMatch(operation -> operation.body() != null);
    }

    public List<FieldDoc> selects() {
        return fields.stream().filter(FieldDoc::isSelect).toList();
    }
}
