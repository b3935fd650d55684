package io.keyledger.server.node;

import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** What a node does: {@code keyledger.role}. */
public enum NodeRole {
    /** Everything; the default. */
    ALL,
    /** Decides on commands and keeps the ledger moving; has no data plane. */
    COMMAND,
    /** Verifies and answers queries; has no command handlers. */
    QUERY;

    static final String PROPERTY = "keyledger.role";

    /** Whether a node of this role handles commands. */
    public boolean handlesCommands() {
        return this != QUERY;
    }

    /** Whether a node of this role verifies credentials for others. */
    public boolean verifies() {
        return this != COMMAND;
    }

    /**
     * The role that a node is configured to have.
     *
     * @throws IllegalArgumentException when the property is none of the roles
     */
    public static NodeRole of(Environment environment) {
        String configured = environment.getProperty(PROPERTY, ALL.name());
        return Stream.of(values())
                .filter(role -> role.name().equalsIgnoreCase(configured))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                PROPERTY + " is all, command or query, not " + configured));
    }
}
