package io.keyledger.server.page;

import io.keyledger.api.hub.Scope;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A scope as people read it.
 *
 * @param name as the hub's guide spells it
 * @param meaning in the catalogue's words
 */
public record Permission(String name, String meaning) {

    /** What these scopes let somebody do, what they imply included. */
    public static List<Permission> all(OAuthHub hub, List<String> scopes) {
        Set<String> everything = new LinkedHashSet<>();
        scopes.forEach(scope -> addWithImplied(hub, scope, everything));
        return everything.stream()
                .flatMap(name -> hub.profile().scope(name).stream())
                .map(scope ->
                        new Permission(hub.spelling().written(scope.name()), scope.description()))
                .toList();
    }

    private static void addWithImplied(OAuthHub hub, String scope, Set<String> everything) {
        if (everything.add(scope)) {
            List<String> implied =
                    hub.profile().scope(scope).map(Scope::implies).stream()
                            .flatMap(Set::stream)
                            .toList();
            implied.forEach(it -> addWithImplied(hub, it, everything));
        }
    }
}
