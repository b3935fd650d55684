package io.keyledger.query.profilechange;

import java.util.List;

/**
 * Those that a change concerns.
 *
 * @param count of all of them
 * @param items the first of them
 */
public record Affected<T>(long count, List<T> items) {

    public Affected {
        items = List.copyOf(items);
    }

    static <T> Affected<T> none() {
        return new Affected<>(0, List.of());
    }

    /** A key that holds scopes that would be gone. */
    public record Key(String id, String name, String workspace, List<String> scopes) {

        public Key {
            scopes = List.copyOf(scopes);
        }
    }

    /** A workspace on a plan. */
    public record Workspace(String id, String name, String plan) {}
}
