package io.keyledger.server.database;

import org.jspecify.annotations.Nullable;

/**
 * How to log in to a database.
 *
 * @param url a JDBC URL of PostgreSQL
 * @param username null when the URL or the system says
 * @param password null when the URL, a password file or the server's trust says
 */
record Login(String url, @Nullable String username, @Nullable String password) {

    /** Leaves the password out, and the URL's parameters, which may hold one. */
    @Override
    public String toString() {
        return "Login[" + address() + ", " + username + "]";
    }

    /** The URL without its parameters. */
    String address() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
