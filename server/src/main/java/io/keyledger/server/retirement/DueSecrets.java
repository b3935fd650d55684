package io.keyledger.server.retirement;

import io.keyledger.query.verification.RetirementCandidates.Secret;
import java.time.Instant;
import java.util.List;

/** Knows which secrets are to be retired. */
interface DueSecrets {

    /** The longest overdue first. */
    List<Secret> due(Instant now, int limit);
}
