package io.keyledger.api.ledger;

/** The metadata names under which an {@link Origin} is stored with every event. */
public final class OriginKeys {

    public static final String ACTOR = "actor";
    public static final String ON_BEHALF_OF = "onBehalfOf";
    public static final String SOURCE_ADDRESS = "sourceAddress";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String REASON = "reason";

    private OriginKeys() {}
}
