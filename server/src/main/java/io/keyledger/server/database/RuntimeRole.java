package io.keyledger.server.database;

import io.keyledger.server.startup.StartupRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The role that requests are served as. It reads and appends to the ledger; it can neither change
 * nor remove an entry, nor change a table's definition. What it may do is granted by the
 * migrations.
 */
final class RuntimeRole {

    static final String NAME = "keyledger_runtime";

    private static final int FIRST_WITH_SET_OPTION = 16;

    private RuntimeRole() {}

    /**
     * Makes the role when it is absent, and lets the login become it.
     *
     * @param login who opens the connections that serve requests; may be the role itself
     * @throws StartupRefused when the owner may not do that; says what an administrator has to run
     */
    static void ensure(Connection owner, String login) throws SQLException {
        if (!exists(owner)) {
            require(owner, "CREATE ROLE " + NAME + " NOLOGIN", login);
        }
        if (!canBecome(owner, login)) {
            require(owner, "GRANT " + NAME + " TO " + quoted(owner, login), login);
        }
    }

    private static boolean exists(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
            return result.next();
        }
    }

    private static boolean canBecome(Connection owner, String login) throws SQLException {
        boolean setIsSeparate =
                owner.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_SET_OPTION;
        try (PreparedStatement statement =
                owner.prepareStatement("SELECT pg_has_role(?::name, ?::name, ?)")) {
            statement.setString(1, login);
            statement.setString(2, NAME);
            statement.setString(3, setIsSeparate ? "SET" : "MEMBER");
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void require(Connection owner, String sql, String login) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (SqlState.DUPLICATE_OBJECT.is(e)) {
                // Another node was faster.
                return;
            }
            throw new StartupRefused(
                    "Keyledger serves requests as the database role %s, and %s may not run “%s”: %s"
                            .formatted(
                                    NAME, owner.getMetaData().getUserName(), sql, e.getMessage()),
                    "Let an administrator of the database run, once: CREATE ROLE %s NOLOGIN; GRANT %s TO %s;"
                            .formatted(NAME, NAME, quoted(owner, login)),
                    e);
        }
    }

    private static String quoted(Connection connection, String identifier) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(identifier, true);
        }
    }

    /**
     * Connects as requests will, and looks at what they could do.
     *
     * @throws StartupRefused when that is more than it should be
     */
    static void requireHarmless(DataSource runtime) throws SQLException {
        try (Connection connection = runtime.getConnection();
                Statement statement = connection.createStatement();
                ResultSet could =
                        statement.executeQuery(
                                """
                                SELECT current_user = '%s' AS right_role,
                                       has_table_privilege('ledger_event', 'UPDATE')
                                       OR has_table_privilege('ledger_event', 'DELETE')
                                       OR has_table_privilege('ledger_event', 'TRUNCATE') AS change,
                                       has_schema_privilege(current_schema(), 'CREATE') AS define
                                """
                                        .formatted(NAME))) {
            could.next();
            if (!could.getBoolean("right_role")) {
                throw new StartupRefused(
                        "The database did not make Keyledger's connections run as " + NAME + ".",
                        "Connect to PostgreSQL itself, not through a pooler that drops start-up options.");
            }
            if (could.getBoolean("change")) {
                throw tooPowerful("change or remove entries of the ledger");
            }
            if (could.getBoolean("define")) {
                throw tooPowerful("make tables");
            }
        }
    }

    private static StartupRefused tooPowerful(String what) {
        return new StartupRefused(
                "The database role %s could %s.".formatted(NAME, what),
                "Take that away: %s must be no superuser, own nothing, and have no more grants than the"
                                .formatted(NAME)
                        + " migrations give; and run REVOKE CREATE ON SCHEMA public FROM PUBLIC;");
    }
}
