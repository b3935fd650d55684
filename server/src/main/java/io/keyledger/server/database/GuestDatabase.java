package io.keyledger.server.database;

import org.jspecify.annotations.Nullable;

/** How another process reaches a database of its own, in which the ledger is not. */
public record GuestDatabase(String url, @Nullable String username, @Nullable String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "GuestDatabase[" + url + ", " + username + "]";
    }
}
