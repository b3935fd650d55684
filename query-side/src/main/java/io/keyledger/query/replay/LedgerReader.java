package io.keyledger.query.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the ledger, thing by thing. */
public interface LedgerReader {

    /** Later than anything that has happened. */
    Instant WHENEVER = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * What had happened to one thing at an instant, in order of position. An entry counts from its
     * timestamp on; and whatever stands before an entry that counts does, too, should a node's
     * clock have been behind.
     *
     * @param subject the id of a key, grant, app, account, campaign, workspace or hub
     */
    List<LedgerEntry> of(String subject, Instant until);

    /** The last of it. */
    Optional<LedgerEntry> last(String subject, Instant until);

    /** The first that has ever happened to it; nothing when there is no such thing. */
    Optional<LedgerEntry> first(String subject);
}
