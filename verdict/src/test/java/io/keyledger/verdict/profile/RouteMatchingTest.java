package io.keyledger.verdict.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.hub.Route;
import io.keyledger.verdict.Hubs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteMatchingTest {

    private static final CompiledProfile LEADS =
            routes(
                    "GET /",
                    "GET /v2/campaigns",
                    "GET /v2/campaigns/export",
                    "GET /v2/campaigns/{campaign}",
                    "GET /v2/campaigns/{campaign}/leads",
                    "POST /v2/campaigns/{campaign}/leads/",
                    "ANY /v2/files/**",
                    "GET /v2/keys:revoke");

    @ParameterizedTest
    @CsvSource({
        "GET, /, /",
        "GET, /?page=2, /",
        "GET, /v2/campaigns, /v2/campaigns",
        "GET, /v2/campaigns?, /v2/campaigns",
        "GET, /v2/campaigns?next=//../%2e%00, /v2/campaigns",
        "GET, /v2/campaigns/7, /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/..., /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/.hidden, /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/a..b, /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/caf%C3%A9, /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/%F0%9F%98%80, /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/two%20words, /v2/campaigns/{campaign}",
        "GET, /v2/campaigns/7/leads, /v2/campaigns/{campaign}/leads",
        "POST, /v2/campaigns/7/leads/, /v2/campaigns/{campaign}/leads/",
        "DELETE, /v2/files, /v2/files/**",
        "GET, /v2/files/, /v2/files/**",
        "GET, /v2/files/a/b/c/d/e/f, /v2/files/**",
        "PROPFIND, /v2/files/a/, /v2/files/**",
        "HEAD, /v2/campaigns, /v2/campaigns",
        "HEAD, /v2/files/a, /v2/files/**",
    })
    void declaredRouteIsFound(String method, String path, String pattern) {
        assertThat(pattern(LEADS, method, path)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2",
        "GET, /v2/",
        "GET, /v2/campaigns/",
        "GET, /v2/Campaigns",
        "GET, /V2/campaigns",
        "GET, /v2/campaigns/7/",
        "GET, /v2/campaigns/7/leads/",
        "GET, /v2/campaigns/7/leads/8",
        "POST, /v2/campaigns/7/leads",
        "POST, /v2/campaigns",
        "get, /v2/campaigns",
        "GET, /v2/filesystem",
        "GET, /v2/campaignsx",
        "GET, /v2/campaign",
        "ANY, /v2/campaigns",
        "HEAD, /v2/campaigns/7/leads/8",
    })
    void anythingElseIsUnknown(String method, String path) {
        assertThat(LEADS.route(method, path)).isNull();
    }

    /**
     * Each of these is some other path to some proxy, framework or file system. They are tried
     * where everything is allowed, so only their oddity can refuse them.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/members",
                "?/v1",
                "*",
                "http://api.hubnity.eu/v1/members",
                "//v1/members",
                "/v1//members",
                "/v1/members//",
                "/.",
                "/..",
                "/v1/./members",
                "/v1/../members",
                "/v1/members/.",
                "/v1/members/..",
                "/v1/members/..?page=2",
                "/v1/members;admin=true",
                "/v1;/members",
                "/v1/members%3Badmin",
                "/v1\\members",
                "/v1/members%5c..",
                "/v1/members%5C",
                "/v1%2fmembers",
                "/v1%2Fmembers",
                "/v1/%2e%2e/members",
                "/v1/%2E/members",
                "/v1/.%2e/members",
                "/v1/members%00",
                "/v1/members%00.json",
                "/v1/members%0d%0aX:1",
                "/v1/members%09",
                "/v1/members%7f",
                "/v1/members%C2%85",
                "/v1/members%252f",
                "/v1/members%25",
                "/v1/members%",
                "/v1/members%4",
                "/v1/members%?4",
                "/v1/members%zz",
                "/v1/members%-1",
                "/v1/members%u002f",
                "/v1/members%c0%af",
                "/v1/members%C1%9C",
                "/v1/members%e0%80%af",
                "/v1/members%f0%80%80%af",
                "/v1/members%ed%a0%80",
                "/v1/members%f4%90%80%80",
                "/v1/members%f8%88%80%80%af",
                "/v1/members%80",
                "/v1/members%c3",
                "/v1/members%c3a9",
                "/v1/members%c3%",
                "/v1/members%c3%4",
                "/v1/members%c3?%a9",
                "/v1/members#top",
                "/v1/mem bers",
                "/v1/members\u0000",
                "/v1/members\t",
                "/v1/members\r\nX: 1",
                "/v1/members\u007f",
                "/v1/membér",
                "/v1／members",
                "/v1/\ud83d\ude00",
                "/v1/\ud83d",
                "/v1/\u2024\u2024/members",
                "/v1/{id}",
                "/v1/a|b",
                "/v1/a\"b",
                "/v1/a<b>",
                "/v1/a^b",
                "/v1/a`b",
                "/v1/[1]",
            })
    void oddPathMatchesNothing(String path) {
        CompiledProfile everything = routes("ANY /**");

        assertThat(everything.route("GET", "/v1/members")).isNotNull();
        assertThat(everything.route("GET", path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61dmin", "/a%64%6D%69n", "/%61%64%6d%69%6e"})
    void encodingALetterDoesNotDodgeARoute(String path) {
        CompiledProfile profile = routes("GET /admin", "GET /{page}");

        assertThat(pattern(profile, "GET", path)).isEqualTo("/admin");
        assertThat(pattern(profile, "GET", path + "%61")).isEqualTo("/{page}");
        assertThat(pattern(profile, "GET", "/%61dmi")).isEqualTo("/{page}");
    }

    @Test
    void encodingAnAllowedSignDoesNotDodgeARoute() {
        assertThat(pattern(LEADS, "GET", "/v2/keys%3Arevoke")).isEqualTo("/v2/keys:revoke");
        assertThat(pattern(LEADS, "GET", "/v2/campaigns/%E2%82%AC"))
                .isEqualTo("/v2/campaigns/{campaign}");
    }

    @Test
    void firstDeclaredMatchWins() {
        assertThat(pattern(routes("GET /a/{id}", "GET /a/b"), "GET", "/a/b")).isEqualTo("/a/{id}");
        assertThat(pattern(routes("GET /a/b", "GET /a/{id}"), "GET", "/a/b")).isEqualTo("/a/b");
        assertThat(pattern(routes("ANY /**", "GET /a"), "GET", "/a")).isEqualTo("/**");
    }

    @Test
    void deadEndOfALiteralDoesNotHideAParameter() {
        CompiledProfile profile = routes("GET /a/b/c", "GET /{x}/b/d", "GET /a/{y}/e");

        assertThat(pattern(profile, "GET", "/a/b/d")).isEqualTo("/{x}/b/d");
        assertThat(pattern(profile, "GET", "/a/b/e")).isEqualTo("/a/{y}/e");
        assertThat(profile.route("GET", "/a/b/f")).isNull();
    }

    @Test
    void headIsJudgedByItsOwnRouteWhereOneMatches() {
        CompiledProfile profile = routes("GET /a", "GET /b", "HEAD /{x}/own", "HEAD /a");

        assertThat(method(profile, "HEAD", "/a")).isEqualTo("HEAD");
        assertThat(method(profile, "HEAD", "/b")).isEqualTo("GET");
    }

    @Test
    void headRouteDoesNotOvertakeAnEarlierRouteForAnyMethod() {
        CompiledProfile profile = routes("ANY /admin/**", "HEAD /**");

        assertThat(method(profile, "HEAD", "/admin/users")).isEqualTo("ANY");
        assertThat(method(profile, "HEAD", "/users")).isEqualTo("HEAD");
    }

    @Test
    void orderHoldsAcrossAnyNumberOfRoutes() {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> lines.add("GET /r" + i + "/{id}"));
        lines.add("GET /{any}/x");
        lines.add("GET /r7/x");
        CompiledProfile profile = routes(lines.toArray(String[]::new));

        for (int i = 0; i < 300; i++) {
            assertThat(pattern(profile, "GET", "/r" + i + "/x")).isEqualTo("/r" + i + "/{id}");
        }
        assertThat(pattern(profile, "GET", "/r300/x")).isEqualTo("/{any}/x");
        assertThat(profile.route("GET", "/r300/y")).isNull();
    }

    /** A long path, many routes: milliseconds in one pass, and slow machines get seconds. */
    @Test
    @Timeout(10)
    void enormousPathIsJudgedInOnePass() {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> lines.add("GET /{p" + i + "}/a"));
        lines.add("GET " + "/a".repeat(200) + "/**");
        CompiledProfile profile = routes(lines.toArray(String[]::new));

        assertThat(pattern(profile, "GET", "/a".repeat(100_000))).endsWith("/a/**");
        assertThat(profile.route("GET", "/a".repeat(199) + "/" + "%61".repeat(100_000))).isNull();
        assertThat(profile.route("GET", "/a".repeat(100_000) + "/..")).isNull();
    }

    @Test
    void hubWithoutRoutesHasNone() {
        assertThat(routes().route("GET", "/")).isNull();
    }

    @Test
    void profileWithAPatternThatIsNoneIsNotCompiled() {
        assertThatIllegalArgumentException().isThrownBy(() -> routes("GET /a/**/b"));
    }

    static CompiledProfile routes(String... lines) {
        List<Route> routes = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            routes.add(new Route(parts[0], parts[1], null, 1));
        }
        return CompiledProfile.compile(Hubs.hubnity(Hubs.HUNDRED_A_MINUTE, routes), 1, 1);
    }

    private static @Nullable String pattern(CompiledProfile profile, String method, String path) {
        Route route = profile.route(method, path);
        return route == null ? null : route.pattern();
    }

    private static @Nullable String method(CompiledProfile profile, String method, String path) {
        Route route = profile.route(method, path);
        return route == null ? null : route.method();
    }
}
