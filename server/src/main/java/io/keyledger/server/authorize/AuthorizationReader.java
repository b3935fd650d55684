package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.authorize.Reading.Refused;
import io.keyledger.server.authorize.Reading.Taken;
import io.keyledger.server.authorize.Reading.Understood;
import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.Objects;

/**
 * Reads authorization requests. Who asks and where the answer goes is settled first: until it is,
 * nobody is sent anywhere, and the person is told instead.
 */
final class AuthorizationReader {

    private final KnownApps apps;
    private final PushedParameters pushed;

    AuthorizationReader(KnownApps apps, PushedParameters pushed) {
        this.apps = apps;
        this.pushed = pushed;
    }

    /**
     * Reads a request, and takes it when the app has pushed it.
     *
     * @throws io.keyledger.server.page.PageProblem when it is not known who asks, or where the
     *     answer would go
     */
    Reading read(OAuthHub hub, String query) {
        RequestParameters sent = RequestParameters.of(query);
        OAuthAppStanding app = apps.find(hub, sent);
        return PushedParameters.isPushed(sent)
                ? new Taken(pushed.take(app, sent))
                : understand(hub, app, carried(app, sent));
    }

    /**
     * As above, for those who only want to know, and take nothing.
     *
     * @throws IllegalArgumentException when the request is a pushed one that was not taken yet
     */
    Reading look(OAuthHub hub, String query) {
        RequestParameters sent = RequestParameters.of(query);
        if (PushedParameters.isPushed(sent)) {
            throw new IllegalArgumentException("the request has not been taken");
        }
        OAuthAppStanding app = apps.find(hub, sent);
        return understand(hub, app, carried(app, sent));
    }

    private CarriedRequest carried(OAuthAppStanding app, RequestParameters sent) {
        return sent.isThere(PushedParameters.REQUEST_URI)
                ? pushed.carried(app, sent)
                : new CarriedRequest(app.app(), sent.counting(), null);
    }

    static Reading understand(OAuthHub hub, OAuthAppStanding app, CarriedRequest carried) {
        RequestParameters request = new RequestParameters(carried.parameters());
        ReturnAddress back = KnownApps.returnAddress(hub, app, request);
        try {
            AuthorizationRequest parsed = parse(request);
            return RequestRules.broken(parsed, hub, app)
                    .<Reading>map(error -> new Refused(back, error))
                    .orElseGet(
                            () -> new Understood(asked(parsed, hub, app, back, request), carried));
        } catch (ParseException e) {
            return new Refused(back, unreadable(e));
        }
    }

    private static AuthorizationRequest parse(RequestParameters request) throws ParseException {
        if (request.hasRepeated()) {
            throw new ParseException("repeated", OAuth2Error.INVALID_REQUEST);
        }
        if (request.isThere("request")) {
            throw new ParseException("a request object", OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
        return AuthorizationRequest.parse(request.sent());
    }

    private static AskedAccess asked(
            AuthorizationRequest request,
            OAuthHub hub,
            OAuthAppStanding app,
            ReturnAddress back,
            RequestParameters sent) {
        var challenge = request.getCodeChallenge();
        var boundKey = request.getDPoPJWKThumbprintConfirmation();
        return new AskedAccess(
                app,
                back,
                sent.single("redirect_uri").orElse(null),
                RequestedScopes.of(request, hub),
                challenge == null ? null : challenge.getValue(),
                boundKey == null ? null : boundKey.getValue().toString(),
                Objects.requireNonNullElseGet(request.getPrompt(), Prompt::new));
    }

    /** The parser's code, and none of its words: they may repeat what was sent. */
    private static ErrorObject unreadable(ParseException e) {
        ErrorObject error = e.getErrorObject();
        String code = error == null ? OAuth2Error.INVALID_REQUEST_CODE : error.getCode();
        return new ErrorObject(
                code, "Send each parameter once, in the form that the RFCs give it.");
    }
}
