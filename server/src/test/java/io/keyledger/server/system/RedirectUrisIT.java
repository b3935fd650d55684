package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.HubPeople.App;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People are sent to registered addresses, and to nothing that only looks like one (RU-01 to 03,
 * 05).
 */
@ExtendWith(SharedServer.class)
class RedirectUrisIT {

    private static final String REGISTERED = "https://app.example.com/oauth/cb?tenant=7";

    private static HubPeople hub;
    private static String workspace;
    private static App web;
    private static App phone;

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        hub = new HubPeople(server, "nextoria");
        workspace = hub.workspace("Acme", "growth");
        web = app(REGISTERED);
        phone = app("http://127.0.0.1/cb", "http://[::1]/cb", "http://localhost:8000/cb");
    }

    private static App app(String... redirectUris) throws IOException {
        return hub.app(workspace, "public", List.of(redirectUris), List.of("projects:read"));
    }

    @Test
    void theRegisteredAddressIsTaken() throws IOException {
        assertTaken(web, REGISTERED);
    }

    /** RU-01, RU-02. */
    @ParameterizedTest
    @MethodSource
    void aNearMissIsRefused(String nearMiss) throws IOException {
        assertRefused(web, nearMiss);
    }

    static Stream<String> aNearMissIsRefused() {
        return Stream.of(schemes(), hosts(), paths(), queries(), characters()).flatMap(it -> it);
    }

    @Test
    void theNearMissesAreMany() {
        assertThat(aNearMissIsRefused().distinct()).hasSizeGreaterThanOrEqualTo(120);
    }

    private static Stream<String> schemes() {
        return Stream.of(
                        "http:",
                        "HTTPS:",
                        "Https:",
                        "ftp:",
                        "javascript:",
                        "data:",
                        "file:",
                        "ws:",
                        "wss:",
                        "https:/",
                        "",
                        ":",
                        "//",
                        "https::",
                        "view-source:https:")
                .map(scheme -> scheme + "//app.example.com/oauth/cb?tenant=7");
    }

    private static Stream<String> hosts() {
        return Stream.of(
                        "APP.example.com",
                        "app.Example.com",
                        "app.example.com.",
                        "app.example.com.evil.example",
                        "app.example.comevil.example",
                        "evil-app.example.com",
                        "evil.example/app.example.com",
                        "evil.example?app.example.com",
                        "evil.example#app.example.com",
                        "evil.example\\app.example.com",
                        "evil.example\\@app.example.com",
                        "app.example.com@evil.example",
                        "app.example.com:443@evil.example",
                        "user@app.example.com",
                        "user:password@app.example.com",
                        "@app.example.com",
                        "app.example.com:443",
                        "app.example.com:",
                        "app.example.com:80",
                        "app.example.com:8443",
                        "app.example.com:0443",
                        "example.com",
                        "www.app.example.com",
                        "*.example.com",
                        "app-example.com",
                        "app.example.co",
                        "app.example.org",
                        "app。example.com",
                        "app.examp1e.com",
                        "аpp.example.com",
                        "xn--pp-7lc.example.com",
                        "app%2Eexample.com",
                        "app.example.com%00.evil.example",
                        "app.example.com%2F@evil.example",
                        "app.example.com%23.evil.example",
                        "app.example.com&evil.example",
                        "app.example.com;evil.example",
                        "127.0.0.1",
                        "127.1",
                        "2130706433",
                        "0x7f000001",
                        "017700000001",
                        "[::1]",
                        "[::ffff:127.0.0.1]",
                        "localhost",
                        "0.0.0.0")
                .map(host -> "https://" + host + "/oauth/cb?tenant=7");
    }

    private static Stream<String> paths() {
        return Stream.of(
                        "/oauth/cb/",
                        "/oauth/cb//",
                        "/oauth//cb",
                        "//oauth/cb",
                        "/oauth/CB",
                        "/OAuth/cb",
                        "/oauth/./cb",
                        "/oauth/../oauth/cb",
                        "/oauth/cb/..",
                        "/oauth/cb/../evil",
                        "/oauth/cb/../../evil",
                        "/oauth/cb/%2e%2e/evil",
                        "/oauth/cb/%2E%2E%2Fevil",
                        "/oauth/cb/..%2Fevil",
                        "/oauth/cb/%252e%252e/evil",
                        "/oauth/cb/..;/evil",
                        "/oauth/cb\\..\\evil",
                        "/oauth\\cb",
                        "/oauth%2Fcb",
                        "/oauth%2fcb",
                        "/oauth%252fcb",
                        "/oauth/%63b",
                        "/oauth/c%62",
                        "/oauth/cb;",
                        "/oauth/cb;v=1",
                        "/oauth/cb;jsessionid=1",
                        "/oauth/cbevil",
                        "/oauth/cb.evil",
                        "/oauth/cb2",
                        "/oauth/c",
                        "/oauth",
                        "/",
                        "",
                        "/evil",
                        "/oauth/cb%20",
                        "/oauth/cb%00",
                        "/oauth/cb%0d%0aX:1",
                        "/oauth/cb*")
                .map(path -> "https://app.example.com" + path + "?tenant=7");
    }

    private static Stream<String> queries() {
        return Stream.of(
                        "",
                        "?",
                        "?tenant=8",
                        "?tenant=7&",
                        "?tenant=7&x=1",
                        "?x=1&tenant=7",
                        "?tenant=7&code=stolen",
                        "?tenant=7&state=x",
                        "?tenant=7#",
                        "?tenant=7#x",
                        "?tenant=7%23x",
                        "?tenant=%37",
                        "?Tenant=7",
                        "?tenant=7;x",
                        "?tenant=7/../..",
                        "?tenant=7&tenant=7",
                        "?tenant=7+",
                        "?tenant=07",
                        "#?tenant=7",
                        "?tenant=7&redirect_uri=https://evil.example")
                .map(query -> "https://app.example.com/oauth/cb" + query);
    }

    /** Before, after and within. */
    private static Stream<String> characters() {
        return IntStream.of('\t', '\r', '\n', ' ', 0, 0x0B, 0x7F, 0xA0, 0x200B, 0x202E, 0xFEFF)
                .mapToObj(Character::toString)
                .flatMap(it ->
                        Stream.of(
                                it + REGISTERED,
                                REGISTERED + it,
                                REGISTERED.replace("example", "exa" + it + "mple")));
    }

    /** RU-03: an app on somebody's device cannot know its port (RFC 8252 §7.3). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/cb",
                "http://127.0.0.1:51234/cb",
                "http://127.0.0.1:1/cb",
                "http://[::1]:51234/cb",
                "http://localhost:8000/cb"
            })
    void anyPortOfTheLoopbackAddressIsTaken(String address) throws IOException {
        assertTaken(phone, address);
    }

    /** RU-03: and nothing else is loose. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:51234/cb2",
                "http://127.0.0.1:51234/cb/",
                "http://127.0.0.1:51234/cb?x=1",
                "http://127.0.0.1:51234",
                "http://127.0.0.1@evil.example/cb",
                "http://127.0.0.1:80@evil.example/cb",
                "http://127.0.0.1.evil.example/cb",
                "http://127.0.0.1:99999/cb",
                "http://127.0.0.1:0/cb",
                "http://127.0.0.1:080/cb",
                "http://127.0.0.1:/cb",
                "http://127.0.0.2:51234/cb",
                "http://127.1:51234/cb",
                "http://0x7f.0.0.1/cb",
                "http://[::1%25lo]:51234/cb",
                "http://[0:0:0:0:0:0:0:1]:51234/cb",
                "http://[::ffff:127.0.0.1]/cb",
                "https://127.0.0.1:51234/cb",
                "http://localhost:8001/cb",
                "http://localhost/cb"
            })
    void nothingElseOfALoopbackAddressIsLoose(String address) throws IOException {
        assertRefused(phone, address);
    }

    /** RU-05. */
    @Test
    void ofSeveralAddressesOneHasToBeNamed() throws IOException {
        assertRefused(phone, "");
        assertTaken(web, "");
    }

    /** RU-06: what was registered once and is no more, counts no more. */
    @Test
    void anAddressThatWasRemovedIsRefused() throws IOException {
        App app = app(REGISTERED);
        assertTaken(app, REGISTERED);

        hub.admin()
                .patch(
                        "/admin/v1/oauth-apps/" + app.id(),
                        "{\"redirectUris\":[\"https://app.example.com/new\"]}");

        assertRefused(app, REGISTERED);
        assertTaken(app, "https://app.example.com/new");
    }

    private static void assertTaken(App app, String address) throws IOException {
        HttpResponse<String> answer = authorize(app, address);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(Visitor.target(answer)).startsWith(hub.url("/oauth/sign-in?"));
    }

    private static void assertRefused(App app, String address) throws IOException {
        HttpResponse<String> answer = authorize(app, address);

        assertThat(answer.statusCode()).as(address).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).as(address).isEmpty();
        assertThat(answer.body()).doesNotContain("evil");
    }

    private static HttpResponse<String> authorize(App app, String address) throws IOException {
        Map<String, String> request =
                new TreeMap<>(
                        Map.of(
                                "client_id", app.id(),
                                "response_type", "code",
                                "scope", "projects:read",
                                "code_challenge", HubPeople.CHALLENGE,
                                "code_challenge_method", "S256"));
        request.put("redirect_uri", address);
        return Visitor.anywhere().open(hub.url("/oauth/authorize?" + Visitor.encoded(request)));
    }
}
