package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Refusal;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hubnity's API authentication guide promises, as far as it is data. */
class HubnityProfileTest {

    private final HubProfile hubnity = TestProfiles.hub("hubnity");

    @Test
    void onlyTheEnterprisePlanHasApiAccess() {
        assertThat(hubnity.plans().keySet()).containsExactly("free", "team", "enterprise");
        assertThat(hubnity.access().requiresEntitlement()).isEqualTo("api-access");
        assertThat(hubnity.plans())
                .allSatisfy((name, plan) ->
                        assertThat(plan.entitlements().contains("api-access"))
                                .isEqualTo(name.equals("enterprise")));
    }

    @Test
    void keysStartWithHbnAndAreShownOnce() {
        assertThat(hubnity.keys().prefix()).isEqualTo("hbn");
        assertThat(hubnity.keys().secrets()).isEqualTo(SecretVisibility.SHOWN_ONCE);
    }

    @Test
    void theOldKeyStaysValidForADayAfterARotation() {
        assertThat(hubnity.keys().rotationGrace()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void scopesAreReadAndWriteOfFourResources() {
        assertThat(hubnity.scopes())
                .extracting(Scope::name)
                .containsExactlyInAnyOrder(
                        "read:timesheets",
                        "write:timesheets",
                        "read:projects",
                        "write:projects",
                        "read:members",
                        "write:members",
                        "read:time-entries",
                        "write:time-entries");
    }

    @Test
    void writingDoesNotImplyReading() {
        assertThat(hubnity.scopes()).allSatisfy(scope -> assertThat(scope.implies()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timesheets", "projects", "members", "time-entries"})
    void eachEndpointNeedsTheScopeOfItsResource(String resource) {
        Map<String, String> needs =
                Map.of("GET", "read:", "POST", "write:", "PATCH", "write:", "DELETE", "write:");

        List<Route> routes =
                hubnity.routes().stream()
                        .filter(route -> route.pattern().startsWith("/v1/" + resource))
                        .toList();

        assertThat(routes)
                .extracting(Route::method)
                .containsExactlyInAnyOrder("GET", "GET", "POST", "PATCH", "DELETE");
        assertThat(routes)
                .allSatisfy(route ->
                        assertThat(route.scope()).isEqualTo(needs.get(route.method()) + resource));
    }

    @Test
    void aKeyHasAHundredRequestsAMinute() {
        assertThat(hubnity.limits())
                .isEqualTo(
                        new RateLimits(
                                CountedPer.CREDENTIAL,
                                List.of(new Window(100, Duration.ofMinutes(1), 100)),
                                HeaderStyle.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CREDENTIAL, HUB-API-401",
        "INVALID, HUB-API-401",
        "EXPIRED, HUB-API-401",
        "SUSPENDED, HUB-API-403",
        "NOT_ENTITLED, HUB-API-403",
        "FORBIDDEN_ADDRESS, HUB-API-403",
        "INSUFFICIENT_SCOPE, HUB-API-403",
        "ROUTE_UNKNOWN, HUB-API-404",
        "RATE_LIMITED, HUB-API-429"
    })
    void refusalsHaveTheGuidesCodesAndTheirStatus(Refusal refusal, String code) {
        Form form = Objects.requireNonNull(hubnity.errors().forms().get(refusal));

        assertThat(form.code()).isEqualTo(code);
        assertThat(form.status()).isNull();
        assertThat(code).endsWith(Integer.toString(refusal.status()));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsWordedForPeople(Refusal refusal) {
        Form form = Objects.requireNonNull(hubnity.errors().forms().get(refusal));

        assertThat(form.text()).isNotBlank().endsWith(".");
    }

    @Test
    void aBodyHasACodeAndAMessage() {
        assertThat(hubnity.errors().mediaType()).isEqualTo("application/json");
        assertThat(hubnity.errors().body())
                .isEqualTo(Map.of("code", "{code}", "message", "{text}"));
    }

    @Test
    void theRefusalOfAPlanSaysThatThePlanHasNoApiAccess() {
        Form form = Objects.requireNonNull(hubnity.errors().forms().get(Refusal.NOT_ENTITLED));

        assertThat(form.text()).contains("plan").contains("no API access");
    }

    @Test
    void oauthStandsWhereTheGuideSays() {
        OAuthRules oauth = Objects.requireNonNull(hubnity.oauth());

        assertThat(oauth.tokenPath()).isEqualTo("/v1/oauth/token");
        assertThat(oauth.authorizePath()).isEqualTo("/oauth/authorize");
    }

    @Test
    void itsSurfaceStandsUnderItsNameAndItsHost() {
        assertThat(hubnity.basePath()).isEqualTo("/hubnity");
        assertThat(Set.copyOf(hubnity.hosts())).containsExactly("api.hubnity.eu");
    }
}
