package io.keyledger.verdict;

/**
 * What a verdict needs to know of a workspace: one record, however many credentials it has.
 *
 * @param hub the id of the hub that the workspace is a customer of
 * @param position of the ledger entry that changed it last
 */
public record WorkspaceStanding(
        String workspace, String hub, String plan, boolean suspended, long position) {}
