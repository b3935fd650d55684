package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static io.keyledger.server.system.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Nextoria Hub's guide to OAuth 2.0, step by step, with its own parameters. */
@ExtendWith(SharedDemo.class)
class NextoriaOAuthIT {

    private static final String CALLBACK = "https://yourapp.com/callback";
    private static final String STATE = "RANDOM_STATE_STRING";

    private OAuthSurface nextoria;
    private App app;
    private Person person;

    @BeforeEach
    void register(RunningServer server) throws IOException {
        nextoria = new OAuthSurface(server, OAuthGuide.NEXTORIA);
        String workspace = nextoria.workspace("Acme", "starter");
        app = nextoria.app(workspace, CALLBACK, "projects:read", "tasks:read");
        person = nextoria.person(workspace);
    }

    @Test
    void step1AsksThePersonInTheWordsOfTheGuide() throws IOException {
        WebPage asked = person.consentPage(authorize(), "Acme");

        assertThat(asked.body())
                .contains(
                        "Reporting",
                        "Acme",
                        "List and read project data",
                        "Read task data across projects",
                        "yourapp.com");
    }

    @Test
    void step1BringsThePersonBackWithACodeAndTheState() throws IOException {
        WebPage back = person.allow(authorize(), "Acme");

        assertThat(back.url().toString()).startsWith(CALLBACK + "?");
        assertThat(back.query()).containsOnlyKeys("code", "state", "iss");
        assertThat(back.query()).containsEntry("state", STATE).containsEntry("iss", nextoria.url());
    }

    @Test
    void step2AnswersInTheShapeOfTheGuide() throws IOException {
        HttpResponse<String> answer = exchange(code());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        JsonNode tokens = Admin.json(answer);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder(
                        "access_token", "token_type", "expires_in", "refresh_token", "scope");
        assertThat(tokens.get("access_token").stringValue()).startsWith("eyJ");
        assertThat(tokens.get("token_type").stringValue()).isEqualTo("Bearer");
        // What is left of the hour, should the machine be slow.
        assertThat(tokens.get("expires_in").intValue()).isBetween(3_595, 3_600);
        assertThat(tokens.get("refresh_token").stringValue()).isNotEmpty();
        assertThat(tokens.get("scope").stringValue()).isEqualTo("projects:read tasks:read");
    }

    @Test
    void step3CallsTheApiWithinTheScopesUntilAnAdminRevokesTheGrant() throws IOException {
        String token = Admin.json(exchange(code())).get("access_token").stringValue();

        assertAdmitted(call("/v1/projects", token));
        assertAdmitted(call("/v1/tasks", token));
        assertRefusal(
                call("/v1/invoices", token),
                403,
                """
                {"error":{"code":"FORBIDDEN","message":"This access token lacks the scope \
                invoices:read.","status":403}}
                """);

        assertThat(nextoria.revokeGrantOf(token).at("/receipt/position").longValue()).isPositive();
        assertRefusal(call("/v1/projects", token), 401, OAuthGuide.NEXTORIA.revoked());
    }

    @Test
    void aCodeThatIsUsedTwiceKillsWhatItBrought() throws IOException {
        String code = code();
        String token = Admin.json(exchange(code)).get("access_token").stringValue();
        assertAdmitted(call("/v1/projects", token));

        assertError(exchange(code), 400, "invalid_grant");

        assertRefusal(call("/v1/projects", token), 401, OAuthGuide.NEXTORIA.revoked());
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong, 401, invalid_client",
        "client_id, app_00000000000000000000, 401, invalid_client",
        "redirect_uri, https://yourapp.com/other, 400, invalid_grant",
        "code, wrong, 400, invalid_grant",
        "grant_type, password, 400, unsupported_grant_type"
    })
    void step2RefusesWhatIsNotAsItWasAndTheCodeStillWorks(
            String parameter, String value, int status, String error) throws IOException {
        Map<String, String> form = form(code());
        String token = nextoria.guide().tokenPath();

        assertError(nextoria.post(token, with(form, parameter, value)), status, error);
        assertThat(nextoria.post(token, form).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://yourapp.com/callback/", "https://yourapp.com/Callback",
        "https://yourapp.com/callback?next=1", "https://evil.example/callback",
        "http://yourapp.com/callback"
    })
    void step1SendsNobodyToAnAddressThatIsNotRegistered(String address) throws IOException {
        WebPage page = person.afterSignIn(authorize().replace(CALLBACK, Queries.encoded(address)));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.url().toString()).startsWith(nextoria.url());
    }

    /** As the guide has it: colons and slashes as they are, and a plus between the scopes. */
    private String authorize() {
        return nextoria.url()
                + "/oauth/authorize?client_id="
                + app.id()
                + "&redirect_uri="
                + CALLBACK
                + "&response_type=code&scope=projects:read+tasks:read&state="
                + STATE;
    }

    private String code() throws IOException {
        return person.allow(authorize(), "Acme").code();
    }

    private HttpResponse<String> exchange(String code) throws IOException {
        return nextoria.post(nextoria.guide().tokenPath(), form(code));
    }

    private Map<String, String> form(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "client_id",
                app.id(),
                "client_secret",
                app.secret());
    }

    private HttpResponse<String> call(String path, String token) throws IOException {
        return nextoria.call(path, token, "Content-Type", "application/json");
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static void assertError(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.json(answer).get("error").stringValue()).isEqualTo(error);
    }
}
