package io.keyledger.server.authorize;

import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.oauthapp.RedirectUris;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.PageProblem;
import java.net.URI;
import java.util.Optional;

/** Settles who asks, and where people may be sent back to. */
final class KnownApps {

    private static final String CLIENT_ID = "client_id";
    private static final String REDIRECT_URI = "redirect_uri";

    private final OAuthAppDirectory directory;

    KnownApps(OAuthAppDirectory directory) {
        this.directory = directory;
    }

    /** The app; one that was deleted, or is another hub's, is as unknown as any other. */
    OAuthAppStanding find(OAuthHub hub, RequestParameters request) {
        return request.single(CLIENT_ID)
                .flatMap(KnownApps::id)
                .flatMap(directory::find)
                .filter(app -> app.hub().equals(hub.id()) && !app.deleted())
                .orElseThrow(() ->
                        brokenLink(
                                "It does not say which app it is of, or that app is not known here"));
    }

    static ReturnAddress returnAddress(
            OAuthHub hub, OAuthAppStanding app, RequestParameters request) {
        if (request.isRepeated(REDIRECT_URI)) {
            throw brokenLink("It has more than one address to go back to");
        }
        String address =
                request.single(REDIRECT_URI)
                        .map(sent -> requireRegistered(app, sent))
                        .orElseGet(() -> only(app));
        return new ReturnAddress(
                URI.create(address), request.single("state").orElse(null), hub.issuer());
    }

    private static String requireRegistered(OAuthAppStanding app, String sent) {
        if (!RedirectUris.match(app.redirectUris(), sent)) {
            throw brokenLink("The address that it would go back to is not registered for the app");
        }
        return sent;
    }

    private static String only(OAuthAppStanding app) {
        if (app.redirectUris().size() != 1) {
            throw brokenLink("It does not say where it would go back to");
        }
        return app.redirectUris().getFirst();
    }

    private static Optional<OAuthAppId> id(String clientId) {
        try {
            return Optional.of(new OAuthAppId(clientId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PageProblem brokenLink(String why) {
        return new PageProblem(
                400,
                "The link that brought you here is broken",
                why + ". Nothing was shared with anybody. Please tell the makers of the app.");
    }
}
