package io.keyledger.server.controlplane.hub;

import io.keyledger.server.controlplane.Receipt;

/**
 * The profile that judges now.
 *
 * @param version counts the hub's published profiles from 1
 * @param published whether this call published it; false when the same judged already
 * @param receipt since when it holds everywhere
 */
record ProfilePublished(String hub, int version, boolean published, Receipt receipt)
        implements PublicationAnswer {}
