package io.keyledger.server.authorize;

import com.nimbusds.openid.connect.sdk.Prompt;
import io.keyledger.query.oauth.OAuthAppStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks for, understood and found to be in order.
 *
 * @param redirectUri as the app sent it; null when it sent none
 * @param scopes of the hub's catalogue, in the order of the request
 * @param codeChallenge of method S256; null where PKCE was left out
 * @param boundKey the thumbprint of the DPoP key that the code is to be bound to (RFC 9449 §10)
 * @param prompt what the app demands of the pages; empty when nothing
 */
record AskedAccess(
        OAuthAppStanding app,
        ReturnAddress back,
        @Nullable String redirectUri,
        List<String> scopes,
        @Nullable String codeChallenge,
        @Nullable String boundKey,
        Prompt prompt) {

    AskedAccess {
        scopes = List.copyOf(scopes);
    }

    /** Whether no page may be shown. */
    boolean forbidsPages() {
        return prompt.contains(Prompt.Type.NONE);
    }

    /** Whether even a person who is signed in has to sign in. */
    boolean demandsSignIn() {
        return prompt.contains(Prompt.Type.LOGIN) || prompt.contains(Prompt.Type.SELECT_ACCOUNT);
    }
}
