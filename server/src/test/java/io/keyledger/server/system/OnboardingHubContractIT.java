package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OnboardingHub promises its API clients, row by row. */
@ExtendWith(SharedServer.class)
class OnboardingHubContractIT {

    private static final String CONTACTS = "/api/v1/contacts";
    private static final String INVALID =
            """
            {"error":{"type":"invalid_token","message":"The API token is invalid or has been revoked."}}
            """;

    private Admin admin;
    private HubSurface onboarding;

    @BeforeEach
    void meet(RunningServer server) {
        admin = new Admin(server);
        onboarding = new HubSurface(server, admin, "onboardinghub", "/onboardinghub");
    }

    @Test
    void baseUrlIsAPathOfTheSite(RunningServer server) throws IOException {
        IssuedKey key = onboarding.keyOn("growth", "contacts:read");
        HubSurface atItsHost = new HubSurface(server, admin, "onboardinghub", "");

        assertAdmitted(
                atItsHost.forwarded(
                        "GET",
                        CONTACTS,
                        "X-Forwarded-Host",
                        "onboarding-hub.com",
                        "Authorization",
                        "Bearer " + key.secret()));
    }

    @Test
    void keyIsShownOnceAndCanBeRevokedAnyTime() throws IOException {
        IssuedKey key = onboarding.keyOn("growth", "contacts:read");
        assertThat(key.secret()).matches("obh_[A-Za-z0-9]{36,}");
        assertThat(admin.get("/admin/v1/keys/" + key.id()).body())
                .doesNotContain(key.secret().substring(4, 30));
        assertAdmitted(onboarding.asked("GET", CONTACTS, key.secret()));

        admin.revoke(key);

        assertRefusal(onboarding.asked("GET", CONTACTS, key.secret()), 401, INVALID);
    }

    @Test
    void scopesHaveTheDescriptionsOfTheGuide() throws IOException {
        Map<String, String> shown =
                onboarding
                        .shown()
                        .get("scopes")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.get("name").asString(),
                                        it -> it.get("description").asString()));

        assertThat(shown)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "contacts:read", "List and view contacts",
                                "contacts:write", "Create, update, and delete contacts",
                                "organisations:read", "List and view organisations",
                                "organisations:write", "Create, update, and delete organisations",
                                "enrollments:read", "List and view enrollments",
                                "enrollments:write", "Create, update, and delete enrollments",
                                "guides:read", "List and view published guides",
                                "webhooks:manage", "Full CRUD on webhook endpoints"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/contacts/c1, contacts:read",
        "DELETE, /api/v1/contacts/c1, contacts:write",
        "GET, /api/v1/organisations, organisations:read",
        "PATCH, /api/v1/organisations/o1, organisations:write",
        "GET, /api/v1/enrollments, enrollments:read",
        "POST, /api/v1/enrollments, enrollments:write",
        "GET, /api/v1/guides, guides:read",
        "POST, /api/v1/webhooks, webhooks:manage",
        "DELETE, /api/v1/webhooks/w1, webhooks:manage"
    })
    void scopesOpenTheEndpointsThatMatchAndNoOthers(String method, String path, String scope)
            throws IOException {
        String workspace = onboarding.workspace("growth");
        String another = scope.equals("guides:read") ? "contacts:read" : "guides:read";

        assertAdmitted(onboarding.asked(method, path, onboarding.key(workspace, scope).secret()));
        assertThat(
                        onboarding
                                .asked(method, path, onboarding.key(workspace, another).secret())
                                .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/contacts", "/api/v1/nothing"})
    void entitlementIsNeededForEveryRequest(String path) throws IOException {
        IssuedKey key = onboarding.keyOn("free", "contacts:read");

        assertRefusal(
                onboarding.asked("GET", path, key.secret()),
                403,
                """
                {"error":{"type":"forbidden","message":"API access is not enabled for this account. \
                Please upgrade your plan."}}
                """);
    }

    @Test
    void entitlementOfAnUpgradedPlanHoldsOnTheNextRequest() throws IOException {
        String workspace = onboarding.workspace("free");
        IssuedKey key = onboarding.key(workspace, "contacts:read");
        assertThat(onboarding.asked("GET", CONTACTS, key.secret()).statusCode()).isEqualTo(403);

        admin.patch("/admin/v1/workspaces/" + workspace, "{\"plan\":\"growth\"}");

        assertAdmitted(onboarding.asked("GET", CONTACTS, key.secret()));
    }

    @Test
    void insufficientScopeNamesTheScope() throws IOException {
        IssuedKey key = onboarding.keyOn("growth", "contacts:read");

        assertRefusal(
                onboarding.asked("POST", CONTACTS, key.secret()),
                403,
                """
                {"error":{"type":"insufficient_scope","message":"This action requires the \
                'contacts:write' scope. Your credential does not have this permission."}}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic dXNlcjpwYXNz", "Bearer", "Bearer  two-spaces", "obh_bare"})
    void otherErrorsAuthenticationRequired(String authorization) throws IOException {
        HttpResponse<String> refused =
                authorization.isEmpty()
                        ? onboarding.forwarded("GET", CONTACTS)
                        : onboarding.forwarded("GET", CONTACTS, "Authorization", authorization);

        assertRefusal(
                refused,
                401,
                """
                {"error":{"type":"authentication_required","message":"Missing or malformed \
                Authorization header."}}
                """);
        assertThat(Answers.header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"onboardinghub\"");
    }

    @Test
    void otherErrorsInvalidToken() throws IOException {
        assertRefusal(onboarding.asked("GET", CONTACTS, "obh_wrong"), 401, INVALID);
    }

    @Test
    void otherErrorsTokenExpired() throws Exception {
        Instant soon = Instant.now().plusSeconds(2);
        IssuedKey key =
                onboarding.issued(
                        onboarding.workspace("growth"),
                        ",\"expiresAt\":\"" + soon + "\"",
                        "contacts:read");
        assertAdmitted(onboarding.asked("GET", CONTACTS, key.secret()));

        Thread.sleep(Duration.between(Instant.now(), soon.plusMillis(50)));

        assertRefusal(
                onboarding.asked("GET", CONTACTS, key.secret()),
                401,
                """
                {"error":{"type":"token_expired","message":"The API token has expired."}}
                """);
    }

    @Test
    void otherErrorsNotFound() throws IOException {
        assertRefusal(
                onboarding.asked(
                        "GET",
                        "/api/v1/nothing",
                        onboarding.keyOn("growth", "contacts:read").secret()),
                404,
                """
                {"error":{"type":"not_found","message":"There is no such endpoint."}}
                """);
    }

    @Test
    void otherErrorsInvalidRequest() throws IOException {
        IssuedKey key = onboarding.keyOn("growth", "contacts:read");

        assertRefusal(
                onboarding.forwarded(
                        "GET",
                        CONTACTS,
                        "Authorization",
                        "Bearer " + key.secret(),
                        "Authorization",
                        "Bearer obh_other"),
                400,
                """
                {"error":{"type":"invalid_request","message":"The request could not be understood. \
                Send one Authorization header, of the form Bearer YOUR_ACCESS_TOKEN."}}
                """);
    }

    @Test
    void rateLimitIsSixtyAMinuteForEachToken() throws Exception {
        String workspace = onboarding.workspace("growth");
        IssuedKey key = onboarding.key(workspace, "contacts:read");
        IssuedKey neighbour = onboarding.key(workspace, "contacts:read");
        Flood.Call call = () -> onboarding.asked("GET", CONTACTS, key.secret());

        Flood flood = Flood.of(200, call);

        flood.assertHadRoomFor(60, 60);
        assertRefusal(
                flood.refused(),
                429,
                """
                {"error":{"type":"rate_limited","message":"Too many requests. Please retry later."}}
                """);
        assertAdmitted(onboarding.asked("GET", CONTACTS, neighbour.secret()));
        flood.assertTellsTheTruth(call);
    }

    /** The rest of the hour's budget takes longer to use up than a test may last. */
    @Test
    void rateLimitIsAlsoFiveHundredAnHour() throws IOException {
        assertThat(onboarding.shown().at("/limits/windows").valueStream().map(it -> it.asString()))
                .containsExactly("60/minute", "500/hour");
        assertThat(onboarding.shown().at("/limits/countedPer").asString()).isEqualTo("credential");
    }

    @Test
    void rateLimitIsToldWithEveryResponse() throws IOException {
        IssuedKey key = onboarding.keyOn("growth", "contacts:read");
        HttpResponse<String> first = onboarding.asked("GET", CONTACTS, key.secret());
        HttpResponse<String> second = onboarding.asked("GET", CONTACTS, key.secret());
        HttpResponse<String> unscoped = onboarding.asked("POST", CONTACTS, key.secret());
        HttpResponse<String> unknown = onboarding.asked("GET", "/api/v1/nothing", key.secret());
        HttpResponse<String> third = onboarding.asked("GET", CONTACTS, key.secret());

        assertTold(first, 59);
        assertTold(second, 58);
        assertThat(unscoped.statusCode()).isEqualTo(403);
        assertTold(unscoped, 58);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertTold(unknown, 58);
        assertTold(third, 57);
    }

    @Test
    void rateLimitIsToldToThoseWithoutApiAccessToo() throws IOException {
        IssuedKey key = onboarding.keyOn("free", "contacts:read");

        assertTold(onboarding.asked("GET", CONTACTS, key.secret()), 60);
    }

    @Test
    void rateLimitIsToldToNobodyWithoutAToken() throws IOException {
        HttpResponse<String> refused = onboarding.asked("GET", CONTACTS, "obh_wrong");

        assertThat(refused.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("ratelimit"));
    }

    private static void assertTold(HttpResponse<String> answer, long remaining) {
        assertThat(Answers.header(answer, "X-RateLimit-Limit")).isEqualTo("60");
        assertThat(Long.parseLong(Answers.header(answer, "X-RateLimit-Remaining")))
                .as("a token may have been refilled meanwhile")
                .isBetween(remaining, remaining + 1);
        assertThat(Long.parseLong(Answers.header(answer, "X-RateLimit-Reset")))
                .as("in seconds since the epoch")
                .isBetween(Instant.now().getEpochSecond() - 1, Instant.now().getEpochSecond() + 61);
    }
}
