package io.keyledger.command.policy;

import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;

/**
 * The caller's {@code If-Match}, for commands that may create their aggregate: Axon holds only the
 * others to it.
 */
public final class ExpectedVersion {

    /** The name of the command metadata that holds it: a {@link Long}. */
    public static final String METADATA = "expectedVersion";

    private ExpectedVersion() {}

    /**
     * Returns when the aggregate is as the caller has seen it, or when the caller did not say.
     *
     * @param actual the sequence number of its last event; -1 when it has none
     * @throws ConflictingAggregateVersionException when it is not
     */
    public static void check(Object aggregate, @Nullable Long expected, long actual) {
        if (expected != null && expected != actual) {
            throw new ConflictingAggregateVersionException(aggregate.toString(), expected, actual);
        }
    }
}
