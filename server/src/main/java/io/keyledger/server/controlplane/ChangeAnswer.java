package io.keyledger.server.controlplane;

/**
 * What a change is answered with.
 *
 * @param id of what was changed
 * @param receipt since when the change holds everywhere
 */
public record ChangeAnswer(String id, Receipt receipt) {}
