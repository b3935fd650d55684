package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.server.system.HubPeople.App;
import io.keyledger.server.system.HubPeople.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization endpoint, as a stranger's browser and as a person's (AZ-01 to AZ-14). */
@ExtendWith(SharedServer.class)
class AuthorizeIT {

    private static final String CALLBACK = "https://app.example.com/callback?tenant=7";
    private static final String STATE = "a b+c%20\"é&=#/?~.";

    private static HubPeople hub;
    private static String workspace;
    private static App app;
    private static App phone;
    private static Person person;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme", "growth");
        List<String> scopes = List.of("projects:read", "tasks:read");
        app = hub.app(workspace, "confidential", List.of(CALLBACK), scopes);
        phone = hub.app(workspace, "public", List.of("http://127.0.0.1/cb"), scopes);
        person = hub.person(workspace);
    }

    /** AZ-01. */
    @ParameterizedTest
    @CsvSource({
        "client_id,",
        "client_id, app_00000000000000000000",
        "client_id, zapier",
        "redirect_uri, https://evil.example/callback",
        "redirect_uri, https://app.example.com/callback",
        "redirect_uri, not an address",
    })
    void nobodyIsSentToAnAddressThatIsNotKnown(String parameter, String value) throws IOException {
        Map<String, String> request = request();
        if (value == null) {
            request.remove(parameter);
        } else {
            request.put(parameter, value);
        }

        assertTold(authorize(new TreeMap<>(request)));
        request.put("response_type", "nonsense");
        assertTold(authorize(request));
    }

    /** AZ-01: what is another hub's is as unknown as what never was. */
    @Test
    void anAppOfAnotherHubIsUnknown(RunningServer server) throws IOException {
        String query = Visitor.encoded(request());

        assertTold(
                Visitor.anywhere()
                        .open(server.controlPlane() + "/onboardinghub/oauth/authorize?" + query));
    }

    /** AZ-01: as is one that was deleted. */
    @Test
    void aDeletedAppIsUnknown() throws IOException {
        App gone = hub.app(workspace, "public", List.of(CALLBACK), List.of("tasks:read"));
        hub.admin().delete("/admin/v1/oauth-apps/" + gone.id());
        Map<String, String> request = request();
        request.put("client_id", gone.id());

        assertTold(authorize(request));
    }

    /** AZ-02, AZ-03, AZ-04, AZ-05, AZ-12, AZ-13: error, exact state, and issuer. */
    @ParameterizedTest
    @CsvSource({
        "response_type,, invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, id_token token, unsupported_response_type",
        "response_type, code token, unsupported_response_type",
        "scope,, invalid_scope",
        "scope, projects:read invoices:read, invalid_scope",
        "scope, nonsense, invalid_scope",
        "scope, admin:*, invalid_scope",
        "response_mode, fragment, invalid_request",
        "response_mode, form_post, invalid_request",
        "response_mode, web_message, invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, dance, invalid_request",
        "prompt, none, login_required",
        "dpop_jkt, short, invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
    })
    void theAppIsToldWhatIsWrong(String parameter, String value, String error) throws IOException {
        Map<String, String> request = request();
        request.put(parameter, value == null ? "" : value);

        Map<String, List<String>> answer = sentBack(authorize(request));

        assertThat(answer.get("error")).containsExactly(error);
        assertThat(answer.get("state")).containsExactly(STATE);
        assertThat(answer.get("iss")).containsExactly(hub.url(""));
        assertThat(answer.get("tenant")).containsExactly("7");
        assertThat(answer).doesNotContainKey("code");
    }

    /** AZ-04: a parameter that is there twice is an error, whichever it is. */
    @ParameterizedTest
    @ValueSource(strings = {"scope", "response_type", "code_challenge", "state", "foo"})
    void aRepeatedParameterIsAnError(String parameter) throws IOException {
        Map<String, String> request = request();
        request.putIfAbsent(parameter, "x");
        String repeated = "&" + parameter + "=" + "x";

        Map<String, List<String>> answer = sentBack(authorize(Visitor.encoded(request) + repeated));

        assertThat(answer.get("error")).containsExactly("invalid_request");
    }

    /** AZ-04, AZ-01: of two apps or addresses none is chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri"})
    void aRepeatedAppOrAddressIsNobodys(String parameter) throws IOException {
        Map<String, String> request = request();
        String twice =
                Visitor.encoded(request)
                        + "&"
                        + Visitor.encoded(Map.of(parameter, request.get(parameter)));

        assertTold(authorize(twice));
    }

    /** AZ-04: an unknown parameter is ignored, an empty one is as good as left out. */
    @Test
    void whatIsUnknownOrEmptyChangesNothing() throws IOException {
        Map<String, String> request = request();
        request.put("foo", "1");
        request.put("response_mode", "");
        request.put("prompt", "");

        HttpResponse<String> answer = authorize(request);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.target(answer)).startsWith(hub.url("/oauth/sign-in?continue="));
    }

    /** AZ-05. */
    @Test
    void theMetadataSaysThatAnswersNameTheirIssuer() throws IOException {
        HttpResponse<String> metadata =
                Visitor.anywhere().open(hub.url("/.well-known/oauth-authorization-server"));

        assertThat(Admin.json(metadata).get("authorization_response_iss_parameter_supported"))
                .hasToString("true");
        assertThat(Admin.json(metadata).get("authorization_endpoint").stringValue())
                .isEqualTo(hub.url("/oauth/authorize"));
    }

    /** RFC 7636 §4.4.1: a public app needs PKCE, whatever the profile says of others. */
    @ParameterizedTest
    @CsvSource({",", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, plain"})
    void aPublicAppNeedsAHashedChallenge(String challenge, String method) throws IOException {
        Map<String, String> request = request();
        request.put("client_id", phone.id());
        request.put("redirect_uri", "http://127.0.0.1:7777/cb");
        if (challenge != null) {
            request.put("code_challenge", challenge);
            request.put("code_challenge_method", method);
        }

        HttpResponse<String> answer = authorize(request);

        assertThat(Visitor.target(answer)).startsWith("http://127.0.0.1:7777/cb?");
        assertThat(query(answer).get("error")).containsExactly("invalid_request");
    }

    /** OIDC Core §3.1.2.1: nobody consents without a page. */
    @Test
    void consentIsAskedForEachTime() throws IOException {
        Visitor visitor = signedIn();
        Map<String, String> request = request();
        request.put("prompt", "none");

        assertThat(sentBack(visitor.open(hub.url("/oauth/authorize?" + Visitor.encoded(request)))))
                .containsEntry("error", List.of("consent_required"));
        assertThat(consentPage(visitor).body()).contains("Allow");
        assertThat(allow(visitor)).containsKey("code");
        assertThat(consentPage(visitor).body()).contains("Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "select_account", "login consent"})
    void anAppCanDemandThatThePersonSignsIn(String prompt) throws IOException {
        Visitor visitor = signedIn();
        Map<String, String> request = request();
        request.put("prompt", prompt);

        HttpResponse<String> form =
                visitor.arrive(
                        visitor.open(hub.url("/oauth/authorize?" + Visitor.encoded(request))));

        assertThat(form.body()).contains("Sign in to Nextoria Hub", "Zapier");
        HttpResponse<String> consent =
                visitor.arrive(hub.signIn(visitor, form, person.email(), HubPeople.PASSWORD));
        assertThat(consent.body()).contains("asks to act for you");
    }

    /** AZ-06, AZ-02, AZ-05: the code goes back with state and issuer, by 303. */
    @Test
    void whoAllowsItGoesBackWithACode() throws IOException {
        Map<String, List<String>> answer = allow(signedIn());

        assertThat(answer.keySet()).containsExactlyInAnyOrder("code", "state", "iss", "tenant");
        assertThat(answer.get("code")).singleElement().asString().startsWith("nxh_ac_");
        assertThat(answer.get("state")).containsExactly(STATE);
        assertThat(answer.get("iss")).containsExactly(hub.url(""));
    }

    @Test
    void whoCancelsGoesBackWithoutACode() throws IOException {
        Visitor visitor = signedIn();

        Map<String, List<String>> answer =
                sentBack(
                        visitor.submit(
                                consentPage(visitor), "authorize?", Map.of("decision", "deny")));

        assertThat(answer.get("error")).containsExactly("access_denied");
        assertThat(answer.get("state")).containsExactly(STATE);
        assertThat(answer).doesNotContainKey("code");
    }

    /** AZ-10. */
    @Test
    void theConsentPageNamesTheAppItsScopesTheWorkspaceAndTheLifetime() throws IOException {
        assertThat(consentPage(signedIn()).body())
                .contains("Zapier", "asks to act for you", "Acme")
                .contains("List and read project data", "projects:read")
                .contains("Read task data across projects", "tasks:read")
                .contains("365 days", "30 days")
                .contains("app.example.com")
                .doesNotContain("invoices");
    }

    /** AZ-10, HD-05: no other site can consent in somebody's name. */
    @Test
    void aFormOfAnotherSessionGrantsNothing() throws IOException {
        Visitor visitor = signedIn();
        HttpResponse<String> page = consentPage(visitor);
        String foreign = Visitor.hidden(consentPage(signedIn()).body()).get("csrf");

        for (String csrf : List.of("", "x", foreign)) {
            HttpResponse<String> answer =
                    visitor.submit(page, "authorize?", Map.of("decision", "allow", "csrf", csrf));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    /** AZ-10: a form without anybody who is signed in leads to the sign-in page. */
    @Test
    void nobodyConsentsWhoIsNotSignedIn() throws IOException {
        Visitor visitor = Visitor.anywhere();
        HttpResponse<String> form = visitor.follow(authorize(visitor, Visitor.encoded(request())));
        String csrf = Visitor.hidden(form.body()).get("csrf");

        HttpResponse<String> answer =
                visitor.post(
                        hub.url("/oauth/authorize?" + Visitor.encoded(request())),
                        Map.of("csrf", csrf, "decision", "allow", "workspace", workspace));

        assertThat(Visitor.target(answer)).startsWith(hub.url("/oauth/sign-in?"));
    }

    /** A link changes nothing, however it is made up (HD-05). */
    @Test
    void aLinkGrantsNothing() throws IOException {
        Visitor visitor = signedIn();

        HttpResponse<String> answer =
                visitor.open(
                        hub.url("/oauth/authorize?" + Visitor.encoded(request()))
                                + "&decision=allow&workspace="
                                + workspace);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("asks to act for you");
    }

    private static Visitor signedIn() throws IOException {
        Visitor visitor = Visitor.anywhere();
        assertThat(hub.signIn(visitor, person).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static HttpResponse<String> consentPage(Visitor visitor) throws IOException {
        return visitor.arrive(authorize(visitor, Visitor.encoded(request())));
    }

    private static Map<String, List<String>> allow(Visitor visitor) throws IOException {
        return sentBack(
                visitor.submit(consentPage(visitor), "authorize?", Map.of("decision", "allow")));
    }

    private static Map<String, String> request() {
        return new TreeMap<>(
                Map.of(
                        "client_id",
                        app.id(),
                        "redirect_uri",
                        CALLBACK,
                        "response_type",
                        "code",
                        "scope",
                        "projects:read tasks:read",
                        "state",
                        STATE));
    }

    private static HttpResponse<String> authorize(Map<String, String> request) throws IOException {
        return authorize(Visitor.encoded(request));
    }

    private static HttpResponse<String> authorize(String query) throws IOException {
        return authorize(Visitor.anywhere(), query);
    }

    private static HttpResponse<String> authorize(Visitor visitor, String query)
            throws IOException {
        return visitor.open(hub.url("/oauth/authorize?" + query));
    }

    /** What the app gets, at the address that it registered. */
    private static Map<String, List<String>> sentBack(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(Visitor.target(answer)).startsWith(CALLBACK + "&");
        assertThat(URI.create(Visitor.target(answer)).getRawFragment()).isNull();
        return query(answer);
    }

    private static Map<String, List<String>> query(HttpResponse<String> answer) {
        return URLUtils.parseParameters(URI.create(Visitor.target(answer)).getRawQuery());
    }

    /** The person is told, and nobody else is. */
    private static void assertTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("The link that brought you here is broken");
        assertThat(answer.body()).doesNotContain("evil.example");
    }
}
