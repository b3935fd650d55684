package io.keyledger.server.database;

/**
 * The PostgreSQL of this process.
 *
 * @param mode whose it is
 * @param owner owns the tables and changes them at the start; never serves a request
 * @param runtime serves requests, with the rights of the runtime role
 * @param guests for other processes
 * @param stop what to do when the process ends
 */
record Database(DatabaseMode mode, Login owner, Login runtime, GuestDatabases guests, Runnable stop)
        implements AutoCloseable {

    @Override
    public void close() {
        stop.run();
    }
}
