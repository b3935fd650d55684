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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A person sees what they have allowed, and ends it (AZ-11). */
@ExtendWith(SharedServer.class)
class ConsentsIT {

    private static final String CALLBACK = "https://app.example.com/callback";

    private static HubPeople hub;
    private static String workspace;
    private static App app;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme Analytics", "growth");
        app =
                hub.app(
                        workspace,
                        "confidential",
                        List.of(CALLBACK),
                        List.of("projects:read", "tasks:read"));
    }

    @Test
    void withdrawingEndsEveryTokenAtOnce() throws IOException {
        Visitor visitor = signedIn(hub.person(workspace));
        assertThat(account(visitor).body()).contains("None.");
        JsonNode tokens = tokens(visitor);
        String access = tokens.get("access_token").stringValue();
        assertThat(hub.admin().verify("nextoria", access)).isEqualTo("VALID");

        HttpResponse<String> page = account(visitor);
        assertThat(page.body())
                .contains("Zapier", "Acme Analytics")
                .contains("List and read project data", "Read task data across projects");
        HttpResponse<String> withdrawn = visitor.submit(page, "withdraw", Map.of());

        assertThat(hub.admin().verify("nextoria", access)).isEqualTo("REVOKED");
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(withdrawn.body())
                .contains("Zapier", "can no longer act for you", "Receipt", "entry")
                .containsPattern("of the ledger");
        assertThat(account(visitor).body()).contains("None.");
    }

    /** Sent twice, as browsers do: the same is withdrawn already. */
    @Test
    void withdrawingTwiceIsWithdrawingOnce() throws IOException {
        Visitor visitor = signedIn(hub.person(workspace));
        tokens(visitor);
        HttpResponse<String> page = account(visitor);

        visitor.submit(page, "withdraw", Map.of());

        assertThat(visitor.submit(page, "withdraw", Map.of()).statusCode()).isEqualTo(200);
    }

    /** What is somebody else's looks like what never was. */
    @Test
    void nobodyWithdrawsForSomebodyElse() throws IOException {
        Visitor owner = signedIn(hub.person(workspace));
        String access = tokens(owner).get("access_token").stringValue();
        String grant = Visitor.hidden(account(owner).body()).get("grant");
        Visitor other = signedIn(hub.person(workspace));
        tokens(other);

        HttpResponse<String> foreign =
                other.submit(account(other), "withdraw", Map.of("grant", String.valueOf(grant)));
        HttpResponse<String> absent =
                other.submit(
                        account(other), "withdraw", Map.of("grant", "grt_00000000000000000000"));

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replaceAll("csrf\" value=\"[^\"]+", ""))
                .isEqualTo(absent.body().replaceAll("csrf\" value=\"[^\"]+", ""));
        assertThat(hub.admin().verify("nextoria", access)).isEqualTo("VALID");
    }

    private static JsonNode tokens(Visitor visitor) throws IOException {
        HttpResponse<String> consent =
                visitor.open(
                        hub.url("/oauth/authorize?")
                                + Visitor.encoded(
                                        Map.of(
                                                "client_id",
                                                app.id(),
                                                "redirect_uri",
                                                CALLBACK,
                                                "response_type",
                                                "code",
                                                "scope",
                                                "projects:read tasks:read")));
        String back =
                Visitor.target(visitor.submit(consent, "authorize?", Map.of("decision", "allow")));
        String code =
                String.join(
                        "",
                        URLUtils.parseParameters(URI.create(back).getRawQuery())
                                .getOrDefault("code", List.of()));
        return Admin.json(
                token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "client_id",
                                app.id(),
                                "client_secret",
                                app.secret())));
    }

    private static HttpResponse<String> refresh(JsonNode tokens) throws IOException {
        return token(
                Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", tokens.get("refresh_token").stringValue(),
                        "client_id", app.id(),
                        "client_secret", app.secret()));
    }

    private static HttpResponse<String> token(Map<String, String> form) throws IOException {
        return Visitor.anywhere().post(hub.url("/v1/oauth/token"), form);
    }

    private static Visitor signedIn(Person person) throws IOException {
        Visitor visitor = Visitor.anywhere();
        hub.signIn(visitor, person);
        return visitor;
    }

    private static HttpResponse<String> account(Visitor visitor) throws IOException {
        return visitor.open(hub.url("/oauth/account"));
    }
}
