package io.keyledger.server.proof;

import java.io.Serial;

/**
 * The database does not have what a copy of a checkpoint outside of it says: it was changed, or
 * restored from a backup. The copies are left as they are.
 */
final class CopiesContradict extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    CopiesContradict(long size) {
        super(
                ("The copied checkpoint of %d entries is not the one in the database. The ledger"
                                + " was changed, or restored from a backup: have it verified.")
                        .formatted(size),
                null,
                false,
                false);
    }
}
