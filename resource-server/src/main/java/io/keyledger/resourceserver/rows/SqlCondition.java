package io.keyledger.resourceserver.rows;

import java.util.List;

/**
 * A condition for a WHERE clause.
 *
 * @param sql in parentheses, with a question mark for each parameter, to be joined with AND; it
 *     holds nothing that a client or a filter has written
 * @param parameters to be bound, in order
 */
public record SqlCondition(String sql, List<Object> parameters) {

    public SqlCondition {
        parameters = List.copyOf(parameters);
    }
}
