package io.keyledger.server.database;

import java.sql.SQLException;

/** The states of PostgreSQL's errors that mean something at the start. */
enum SqlState {
    CONNECTION_FAILED("08"),
    CANNOT_CONNECT_NOW("57P03"),
    NO_SUCH_DATABASE("3D000"),
    NOT_LET_IN("28"),
    DUPLICATE_OBJECT("42710");

    private final String prefix;

    SqlState(String prefix) {
        this.prefix = prefix;
    }

    boolean is(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(prefix);
    }
}
