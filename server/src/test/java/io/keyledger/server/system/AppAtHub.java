package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** An app that speaks plain HTTP, with PKCE. */
record AppAtHub(OAuthSurface hub, App app, CodeVerifier verifier) {

    static final String CALLBACK = "https://app.example.org/callback";

    static AppAtHub registeredAt(OAuthSurface hub, String workspace, String... scopes)
            throws IOException {
        return new AppAtHub(hub, hub.app(workspace, CALLBACK, scopes), new CodeVerifier());
    }

    /** Where the app sends people to. */
    String authorize(String scope) {
        return hub.url()
                + hub.guide().authorizePath()
                + "?"
                + Queries.write(
                        Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                app.id(),
                                "redirect_uri",
                                CALLBACK,
                                "scope",
                                scope,
                                "code_challenge",
                                challenge(),
                                "code_challenge_method",
                                "S256"));
    }

    /** The access token that it has once the person has allowed it there. */
    String token(Person person, String scope, String workspace) throws IOException {
        HttpResponse<String> answer =
                hub.post(
                        hub.guide().tokenPath(),
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", person.allow(authorize(scope), workspace).code(),
                                "redirect_uri", CALLBACK,
                                "client_id", app.id(),
                                "client_secret", app.secret(),
                                "code_verifier", verifier.getValue()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.json(answer).get("access_token").stringValue();
    }

    private String challenge() {
        return CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    }
}
