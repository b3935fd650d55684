package io.keyledger.server.database;

import java.util.Optional;

/** Makes databases for other processes beside the ledger's. */
@FunctionalInterface
public interface GuestDatabases {

    /**
     * Makes a database and its owner, if they are not there, with a new password.
     *
     * @param name of both, in lower case
     * @return nothing when the PostgreSQL is the operator's own
     */
    Optional<GuestDatabase> furnish(String name);
}
