package io.keyledger.api.ledger;

/**
 * The stored name of an event type: logical, stable, and independent of the class that carries it.
 *
 * @param name such as {@code apikey.revoked}
 * @param revision counts the shapes that events of this name have had, from 1
 */
public record EventName(String name, int revision) {}
