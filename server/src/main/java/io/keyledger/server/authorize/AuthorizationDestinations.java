package io.keyledger.server.authorize;

import io.keyledger.server.authorize.Reading.Understood;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.PageProblem;
import io.keyledger.server.signin.Destinations;
import java.util.Optional;

/** The app whose authorization request a person goes on with. */
final class AuthorizationDestinations implements Destinations {

    private final AuthorizationReader reader;

    AuthorizationDestinations(AuthorizationReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Destination> of(OAuthHub hub, String continuation) {
        String start = hub.authorizeName() + "?";
        return continuation.startsWith(start)
                ? app(hub, continuation.substring(start.length()))
                : Optional.empty();
    }

    /** A link that somebody has made up leads to no app. */
    private Optional<Destination> app(OAuthHub hub, String query) {
        try {
            return reader.look(hub, query) instanceof Understood request
                    ? Optional.of(destination(request.asked()))
                    : Optional.empty();
        } catch (PageProblem | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Destination destination(AskedAccess asked) {
        return new Destination(asked.app().name(), asked.back().formTarget());
    }
}
