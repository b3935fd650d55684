package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.server.oauth.message.OAuthRefusal;

/** What a refused command means to the app that asked (RFC 6749 §5.2). */
final class Rejections {

    private Rejections() {}

    static OAuthRefusal refusal(CommandRejected rejected) {
        RejectionReason reason = rejected.reason();
        return switch (reason) {
            case GRANT_UNKNOWN, GRANT_OF_OTHER_APP, CODE_UNKNOWN, REFRESH_TOKEN_UNKNOWN ->
                    PresentedSecrets.unknown();
            // The profile was published anew since it was read.
            case TOKEN_LIFETIME_INVALID -> OAuthRefusal.unavailable();
            case APP_UNKNOWN, APP_DELETED -> refusal(OAuth2Error.INVALID_CLIENT, reason);
            case APP_IS_PUBLIC, OAUTH_NOT_OFFERED ->
                    refusal(OAuth2Error.UNAUTHORIZED_CLIENT, reason);
            case SCOPE_MISSING, SCOPE_UNKNOWN, SCOPE_REPEATED, SCOPE_NOT_GRANTED ->
                    refusal(OAuth2Error.INVALID_SCOPE, reason);
            default -> refusal(OAuth2Error.INVALID_GRANT, reason);
        };
    }

    private static OAuthRefusal refusal(ErrorObject kind, RejectionReason reason) {
        return OAuthRefusal.of(kind, ErrorObject.removeIllegalChars(reason.text()));
    }
}
