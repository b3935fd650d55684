package io.keyledger.query.profilechange;

import io.keyledger.api.hub.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that would be judged by another rule.
 *
 * @param path a path pattern; {@code *} stands for any one segment, {@code **} for more of them
 * @param before null when they are refused as unknown now
 * @param after null when they would be refused as unknown
 */
public record RouteChange(
        List<String> methods, String path, @Nullable Rule before, @Nullable Rule after) {

    public RouteChange {
        methods = List.copyOf(methods);
    }

    /**
     * What a request needs and costs.
     *
     * @param scope null when any accepted credential will do
     */
    public record Rule(@Nullable String scope, int cost) {

        static @Nullable Rule of(@Nullable Route route) {
            return route == null ? null : new Rule(route.scope(), route.cost());
        }
    }

    /** What becomes of the requests. */
    public Effect effect() {
        if (before == null) {
            return Effect.OPENED;
        }
        return after == null ? Effect.CLOSED : Effect.CHANGED;
    }

    /** What can become of a request. */
    public enum Effect {
        OPENED,
        CLOSED,
        CHANGED
    }
}
