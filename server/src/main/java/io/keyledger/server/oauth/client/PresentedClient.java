package io.keyledger.server.oauth.client;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import io.keyledger.server.oauth.message.Form;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who an app says it is, in one way (RFC 6749 §2.3).
 *
 * @param secret null when it shows none
 * @param inHeader whether it said so in the {@code Authorization} header
 */
record PresentedClient(String id, @Nullable String secret, boolean inHeader) {

    /**
     * Reads what the app says.
     *
     * @throws OAuthRefusal when it says nothing, two things, or in a way that is not supported
     */
    static PresentedClient of(OAuthRequest request) {
        Form form = request.form();
        if (form.find("client_assertion").isPresent()
                || form.find("client_assertion_type").isPresent()) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_CLIENT, "Client assertions are not supported.");
        }
        return request.authorization().isEmpty() ? inForm(form) : inHeader(request);
    }

    private static PresentedClient inForm(Form form) {
        String id =
                form.find("client_id")
                        .orElseThrow(() ->
                                OAuthRefusal.of(
                                        OAuth2Error.INVALID_CLIENT,
                                        "The parameter client_id is missing."));
        return new PresentedClient(id, form.find("client_secret").orElse(null), false);
    }

    private static PresentedClient inHeader(OAuthRequest request) {
        if (request.authorization().size() > 1) {
            throw invalid("There are several Authorization headers.");
        }
        if (request.form().find("client_secret").isPresent()) {
            throw invalid("Send the secret in the header or in the body, not in both.");
        }
        PresentedClient presented = basic(request.authorization().getFirst());
        if (!presented.id().equals(request.form().find("client_id").orElse(presented.id()))) {
            throw invalid("Header and body name different clients.");
        }
        return presented;
    }

    private static PresentedClient basic(String header) {
        try {
            ClientSecretBasic basic = ClientSecretBasic.parse(header);
            return new PresentedClient(
                    basic.getClientID().getValue(), basic.getClientSecret().getValue(), true);
        } catch (ParseException | IllegalArgumentException _) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_CLIENT,
                    "The Authorization header is not that of HTTP Basic.");
        }
    }

    private static OAuthRefusal invalid(String description) {
        return OAuthRefusal.of(OAuth2Error.INVALID_REQUEST, description);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "PresentedClient[" + id + "]";
    }
}
