package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.server.system.HubPeople.App;
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

/** Authorization requests that were pushed, at the authorization endpoint (AZ-14). */
@ExtendWith(SharedServer.class)
class PushedRequestIT {

    private static final String CALLBACK = "https://app.example.com/callback";

    private static HubPeople hub;
    private static HubPeople.Person person;
    private static App app;
    private static App other;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "nextoria");
        String workspace = hub.workspace("Acme", "growth");
        person = hub.person(workspace);
        app = app(workspace);
        other = app(workspace);
    }

    private static App app(String workspace) throws IOException {
        return hub.app(workspace, "confidential", List.of(CALLBACK), List.of("projects:read"));
    }

    @Test
    void aPushedRequestIsCarriedSealedThroughSignInToTheCode() throws IOException {
        Visitor visitor = Visitor.anywhere();

        HttpResponse<String> taken = authorize(visitor, app, requestUri());
        HttpResponse<String> signIn = visitor.follow(visitor.follow(taken));
        HttpResponse<String> consent =
                visitor.arrive(hub.signIn(visitor, signIn, person.email(), HubPeople.PASSWORD));
        HttpResponse<String> back =
                visitor.submit(consent, "authorize?", Map.of("decision", "allow"));

        for (String url : List.of(Visitor.target(taken), consent.uri().toString())) {
            assertThat(url).doesNotContain("app.example.com", "very-secret-state", "projects");
        }
        assertThat(Visitor.target(back)).startsWith(CALLBACK + "?");
        assertThat(query(back)).containsEntry("state", List.of("very-secret-state"));
        assertThat(query(back)).containsKeys("code", "iss");
    }

    @Test
    void aPushedRequestCanBeTakenOnce() throws IOException {
        String requestUri = requestUri();

        assertThat(authorize(Visitor.anywhere(), app, requestUri).statusCode()).isEqualTo(303);

        assertOver(authorize(Visitor.anywhere(), app, requestUri));
    }

    @Test
    void theRequestOfAnotherAppIsNobodys() throws IOException {
        String requestUri = requestUri();

        assertOver(authorize(Visitor.anywhere(), other, requestUri));
        assertThat(authorize(Visitor.anywhere(), app, requestUri).statusCode())
                .as("whoever tried has burnt nothing")
                .isEqualTo(303);
    }

    @Test
    void whatWasTakenCanBeNeitherChangedNorLent() throws IOException {
        String sealed = sealed(authorize(Visitor.anywhere(), app, requestUri()));
        int middle = sealed.length() / 2;
        char changed = sealed.charAt(middle) == 'A' ? 'B' : 'A';

        assertOver(authorize(Visitor.anywhere(), other, sealed));
        assertOver(
                authorize(
                        Visitor.anywhere(),
                        app,
                        sealed.substring(0, middle) + changed + sealed.substring(middle + 1)));
        assertOver(authorize(Visitor.anywhere(), app, sealed.substring(0, sealed.length() - 30)));
        assertThat(authorize(Visitor.anywhere(), app, sealed).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ietf:params:oauth:request_uri:nonsense",
        "urn:keyledger:taken-request:nonsense",
        "urn:keyledger:taken-request:",
        "https://evil.example/request.jwt"
    })
    void aMadeUpRequestIsNobodys(String requestUri) throws IOException {
        assertOver(authorize(Visitor.anywhere(), app, requestUri));
    }

    /** RFC 9126 §4: what stands beside it in the open does not count. */
    @Test
    void nothingBesideItCounts() throws IOException {
        String query =
                Visitor.encoded(
                        Map.of(
                                "client_id", app.id(),
                                "request_uri", requestUri(),
                                "redirect_uri", "https://evil.example/",
                                "scope", "invoices:write",
                                "response_type", "token"));
        Visitor visitor = Visitor.anywhere();

        HttpResponse<String> page =
                visitor.arrive(visitor.open(hub.url("/oauth/authorize?" + query)));

        assertThat(page.body()).contains("Sign in to Nextoria Hub", "Zapier");
    }

    /** RFC 9126 §2.1: what the pages would refuse is refused when it is pushed. */
    @ParameterizedTest
    @CsvSource({
        "scope, invoices:write, invalid_scope",
        "redirect_uri, https://evil.example/, invalid_request",
        "response_type, token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "code_challenge, short, invalid_request",
        "request_uri, urn:ietf:params:oauth:request_uri:x, invalid_request"
    })
    void whatThePagesWouldRefuseIsRefusedAtOnce(String parameter, String value, String error)
            throws IOException {
        Map<String, String> request = request();
        request.put(parameter, value);

        HttpResponse<String> answer = push(request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Admin.json(answer).get("error").stringValue()).isEqualTo(error);
    }

    private static String requestUri() throws IOException {
        HttpResponse<String> answer = push(request());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.json(answer).get("request_uri").stringValue();
    }

    private static HttpResponse<String> push(Map<String, String> request) throws IOException {
        return Visitor.anywhere().post(hub.url("/v1/oauth/par"), request);
    }

    private static Map<String, String> request() {
        return new TreeMap<>(
                Map.of(
                        "client_id",
                        app.id(),
                        "client_secret",
                        app.secret(),
                        "redirect_uri",
                        CALLBACK,
                        "response_type",
                        "code",
                        "scope",
                        "projects:read",
                        "state",
                        "very-secret-state"));
    }

    private static HttpResponse<String> authorize(Visitor visitor, App asking, String requestUri)
            throws IOException {
        return visitor.open(
                hub.url(
                        "/oauth/authorize?"
                                + Visitor.encoded(
                                        Map.of(
                                                "client_id",
                                                asking.id(),
                                                "request_uri",
                                                requestUri))));
    }

    private static String sealed(HttpResponse<String> taken) {
        return String.join("", query(taken).getOrDefault("request_uri", List.of()));
    }

    private static Map<String, List<String>> query(HttpResponse<String> answer) {
        return URLUtils.parseParameters(URI.create(Visitor.target(answer)).getRawQuery());
    }

    private static void assertOver(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This link was used or has expired");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }
}
