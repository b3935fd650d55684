package io.keyledger.server.oauth.client;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Finds out which app asks. A secret that is right is never refused for the wrong ones of others:
 * it has more bits than anybody can try, and costs one HMAC to check.
 */
public final class ClientAuthentication {

    private final OAuthAppDirectory apps;
    private final ClientSecrets secrets;
    private final FailedAttempts failed;

    ClientAuthentication(OAuthAppDirectory apps, ClientSecrets secrets, FailedAttempts failed) {
        this.apps = apps;
        this.secrets = secrets;
        this.failed = failed;
    }

    /**
     * The app that asks.
     *
     * @throws OAuthRefusal when it is not known that it is this app
     */
    public AuthenticatedClient authenticate(OAuthHub hub, OAuthRequest request) {
        PresentedClient presented = presented(hub, request);
        return app(presented)
                .filter(app -> app.hub().equals(hub.id()) && !app.deleted())
                .filter(app -> isProven(app, presented))
                .map(AuthenticatedClient::new)
                .orElseThrow(() -> refused(hub, presented, request));
    }

    private static PresentedClient presented(OAuthHub hub, OAuthRequest request) {
        try {
            return PresentedClient.of(request);
        } catch (OAuthRefusal refusal) {
            boolean challenged =
                    !request.authorization().isEmpty()
                            && refusal.error().getHTTPStatusCode() == 401;
            throw challenged ? challenge(hub, refusal) : refusal;
        }
    }

    private Optional<OAuthAppStanding> app(PresentedClient presented) {
        try {
            return apps.find(new OAuthAppId(presented.id()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A confidential app cannot pass for a public one by leaving its secret out. */
    private boolean isProven(OAuthAppStanding app, PresentedClient presented) {
        String secret = presented.secret();
        return app.type() == ClientType.PUBLIC
                ? secret == null
                : secret != null && secrets.isLive(app.app(), secret);
    }

    private OAuthRefusal refused(OAuthHub hub, PresentedClient presented, OAuthRequest request) {
        return failed.count(presented.id(), request.source())
                .map(wait -> OAuthRefusal.tooMany(wait, "Too many failed attempts."))
                .orElseGet(() -> unauthenticated(hub, presented));
    }

    private static OAuthRefusal unauthenticated(OAuthHub hub, PresentedClient presented) {
        OAuthRefusal refusal =
                OAuthRefusal.of(
                        OAuth2Error.INVALID_CLIENT,
                        "The client is unknown, or has not authenticated as it has to.");
        return presented.inHeader() ? challenge(hub, refusal) : refusal;
    }

    private static OAuthRefusal challenge(OAuthHub hub, OAuthRefusal refusal) {
        return refusal.with(
                HttpHeaders.WWW_AUTHENTICATE,
                "Basic realm=\"" + hub.id().value() + "\", charset=\"UTF-8\"");
    }
}
