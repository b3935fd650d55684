package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.App;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told about pages and answers (AZ-07 to AZ-09, HD-02, HD-04, HD-07, HD-09). */
@ExtendWith(SharedServer.class)
class PageHeadersIT {

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)(src|href|action)=\"(https?:|//)");

    private static HubPeople hub;
    private static Visitor visitor;
    private static String request;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "nextoria");
        String workspace = hub.workspace("Acme", "growth");
        App app =
                hub.app(
                        workspace,
                        "confidential",
                        List.of("https://app.example.com:8443/cb"),
                        List.of("projects:read"));
        request =
                hub.url("/oauth/authorize?")
                        + Visitor.encoded(
                                Map.of(
                                        "client_id", app.id(),
                                        "response_type", "code",
                                        "scope", "projects:read"));
        visitor = Visitor.anywhere();
        hub.signIn(visitor, hub.person(workspace));
    }

    /** HD-02: of pages, answers for programs, and errors. */
    @ParameterizedTest
    @MethodSource
    void everyAnswerTellsBrowsersWhatTheyMayNotDo(String path, RunningServer server)
            throws IOException {
        HttpResponse<String> answer = Visitor.anywhere().open(server.controlPlane() + path);

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    static Stream<String> everyAnswerTellsBrowsersWhatTheyMayNotDo() {
        return Stream.of(
                "/nextoria/oauth/sign-in",
                "/nextoria/oauth/account",
                "/nextoria/oauth/authorize",
                "/nextoria/oauth/sign-out",
                "/nextoria/oauth/nothing",
                "/nextoria/v1/oauth/token",
                "/nextoria/.well-known/oauth-authorization-server",
                "/admin/v1/hubs",
                "/actuator/health",
                "/openapi.json",
                "/nothing");
    }

    /** AZ-07, AZ-08, HD-09. */
    @Test
    void pagesLoadNothingFromElsewhereAndAreKeptNowhere() throws IOException {
        for (HttpResponse<String> page : pages()) {
            assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200);
            assertThat(header(page, "Content-Type"))
                    .isEqualToIgnoringCase("text/html;charset=utf-8");
            assertThat(header(page, "Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'self'; img-src data:;")
                    .doesNotContain("unsafe", "*", "script");
            assertThat(header(page, "Cache-Control")).contains("no-store");
            assertThat(page.body())
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContainIgnoringCase("<iframe")
                    .doesNotContainIgnoringCase(" style=")
                    .doesNotContainIgnoringCase("<style")
                    .doesNotContainPattern(" on[a-z]+=");
            assertThat(ELSEWHERE.matcher(page.body()).find()).isFalse();
        }
    }

    /** A form may lead back to the app that has asked, and to nobody else. */
    @Test
    void formsLeadHereOrBackToTheApp() throws IOException {
        for (HttpResponse<String> page : pages()) {
            boolean aboutAnApp = page.body().contains("Zapier");
            assertThat(header(page, "Content-Security-Policy"))
                    .endsWith(
                            "form-action 'self'"
                                    + (aboutAnApp ? " https://app.example.com:8443" : ""));
        }
        assertThat(pages()).anyMatch(page -> page.body().contains("Zapier"));
    }

    private static List<HttpResponse<String>> pages() throws IOException {
        Visitor stranger = Visitor.anywhere();
        return List.of(
                stranger.open(hub.url("/oauth/sign-in")),
                stranger.arrive(stranger.open(request)),
                visitor.open(request),
                visitor.open(hub.url("/oauth/account")),
                visitor.open(hub.url("/oauth/password")));
    }

    @Test
    void theStylesheetIsKeptForGoodUnderItsOwnName() throws IOException {
        String page = visitor.open(hub.url("/oauth/account")).body();
        String name = page.replaceFirst("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

        HttpResponse<String> style = visitor.open(hub.url("/oauth/" + name));

        assertThat(name).matches("keyledger-[0-9a-f]{12}\\.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Content-Type")).startsWith("text/css");
        assertThat(header(style, "Cache-Control")).contains("max-age=31536000", "immutable");
    }

    /** AZ-09, HD-04: no other site reads a page, whoever asks and however. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://127.0.0.1",
                "https://app.example.com:8443",
                "http://localhost:8080",
                "https://nextoriahub.com",
                "https://app.nextoriahub.com",
                "https://nextoriahub.com.evil.example",
                "file://",
                "chrome-extension://abc",
                "https://EVIL.example",
                "*"
            })
    void noOtherSiteReadsAPage(String origin) throws IOException {
        for (String url : List.of(request, hub.url("/oauth/sign-in"), hub.url("/oauth/account"))) {
            HttpResponse<String> answer = visitor.open(url, "Origin", origin);
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.startsWith("access-control-"));
        }
    }

    /** HD-07: who answers is configured, and not whatever somebody writes into a header. */
    @Test
    void nobodyIsLedElsewhereByAForwardedHost(RunningServer server) throws IOException {
        String[] forged = {
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Prefix", "/evil",
            "Forwarded", "host=evil.example;proto=https"
        };

        HttpResponse<String> metadata =
                Visitor.anywhere().open(hub.url("/.well-known/oauth-authorization-server"), forged);
        HttpResponse<String> redirect = Visitor.anywhere().open(hub.url("/oauth/account"), forged);

        assertThat(Admin.json(metadata).get("issuer").stringValue())
                .isEqualTo(server.controlPlane() + "/nextoria");
        assertThat(header(redirect, "Location")).isEqualTo("sign-in?continue=account");
        assertThat(redirect.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static String header(HttpResponse<String> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().firstValue(name).orElseThrow();
    }
}
