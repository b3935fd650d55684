package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the person goes back to: an address that the app has registered. Every answer names its
 * issuer (RFC 9207), and has the state exactly as it came.
 *
 * @param state null when the app sent none
 * @param issuer of the hub
 */
record ReturnAddress(URI uri, @Nullable String state, String issuer) {

    private static final Pattern PLAIN_HOST = Pattern.compile("[A-Za-z0-9.-]+");

    private static final Set<String> ON_THIS_DEVICE = Set.of("127.0.0.1", "[::1]", "localhost");

    Elsewhere with(String code) {
        return new Elsewhere(
                new AuthorizationSuccessResponse(
                                uri,
                                new AuthorizationCode(code),
                                null,
                                stateOrNull(),
                                new Issuer(issuer),
                                ResponseMode.QUERY)
                        .toURI()
                        .toString());
    }

    Elsewhere with(ErrorObject error) {
        return new Elsewhere(
                new AuthorizationErrorResponse(
                                uri, error, stateOrNull(), new Issuer(issuer), ResponseMode.QUERY)
                        .toURI()
                        .toString());
    }

    /** What people know it by: a host, or an app on their own device. */
    String shown() {
        return isWeb() && !ON_THIS_DEVICE.contains(uri.getHost())
                ? uri.getHost()
                : "an app on this device";
    }

    /** As a source of a content security policy, which knows names and IPv4 addresses only. */
    String formTarget() {
        return isWeb() && PLAIN_HOST.matcher(uri.getHost()).matches()
                ? uri.getScheme() + "://" + uri.getAuthority()
                : uri.getScheme() + ":";
    }

    private boolean isWeb() {
        return uri.getHost() != null && Set.of("https", "http").contains(uri.getScheme());
    }

    private @Nullable State stateOrNull() {
        return state == null ? null : new State(state);
    }
}
