package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.OAuthRules.AccessTokenFormat;
import io.keyledger.api.hub.OAuthRules.ScopeAlias;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Refusal;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The language holds what each hub promises its API clients, and what a fifth one may ask for. */
class FourHubsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(strings = {"nextoria", "hubhus", "onboardinghub", "parcelwise"})
    void aProfileThatWasStoredAsJsonIsTheSameProfile(String name) {
        HubProfile profile = TestProfiles.hub(name);
        JsonMapper json = JsonMapper.shared();

        HubProfile stored = json.readValue(json.writeValueAsString(profile), HubProfile.class);

        assertThat(stored).isEqualTo(profile);
        assertThat(json.writeValueAsString(stored)).isEqualTo(json.writeValueAsString(profile));
    }

    @Test
    void nextoriaLimitsWorkspacesByTheirPlan() {
        HubProfile nextoria = TestProfiles.hub("nextoria");

        assertThat(nextoria.limits()).isNull();
        assertThat(nextoria.plans())
                .containsExactly(
                        Map.entry("starter", perMinute(60, 100)),
                        Map.entry("growth", perMinute(300, 500)),
                        Map.entry("scale", perMinute(1000, 2000)));
    }

    private static Plan perMinute(long requests, long burst) {
        return new Plan(
                Set.of(),
                new RateLimits(
                        CountedPer.WORKSPACE,
                        List.of(new Window(requests, MINUTE, burst)),
                        HeaderStyle.NONE));
    }

    @Test
    void nextoriaIssuesJwtsForAnHourAndLetsSecretsReplacePkce() {
        OAuthRules oauth = Objects.requireNonNull(TestProfiles.hub("nextoria").oauth());

        assertThat(oauth.accessTokenFormat()).isEqualTo(AccessTokenFormat.JWT);
        assertThat(oauth.accessTokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(oauth.pkceOptionalForConfidentialClients()).isTrue();
    }

    @Test
    void nextoriaTellsTheStatusInTheBody() {
        assertThat(TestProfiles.hub("nextoria").errors().body())
                .isEqualTo(
                        Map.of(
                                "error",
                                Map.of(
                                        "code", "{code}",
                                        "message", "{text}",
                                        "status", "{status}")));
    }

    @Test
    void hubhusKeepsSecretsRecoverableAndNarrowsLeadsByCampaign() {
        HubProfile hubhus = TestProfiles.hub("hubhus");

        assertThat(hubhus.keys().secrets()).isEqualTo(SecretVisibility.RECOVERABLE);
        RowCollection leads = hubhus.collections().getFirst();
        assertThat(hubhus.collections()).hasSize(1);
        assertThat(leads.name()).isEqualTo("leads");
        assertThat(leads.container()).isEqualTo("campaign");
        assertThat(leads.parameter()).isEqualTo("campaign");
        assertThat(leads.query().keySet())
                .containsExactly(
                        "status",
                        RowCollection.EACH_SELECT,
                        "created_at_from",
                        "created_at_to",
                        "updated_at_from",
                        "updated_at_to",
                        "page",
                        "per_page");
        assertThat(hubhus.scope("write"))
                .contains(new Scope("write", "Create and change leads", Set.of("read")));
        assertThat(hubhus.oauth()).isNull();
    }

    @Test
    void onboardingHubCountsTwoWindowsForEachToken() {
        assertThat(TestProfiles.hub("onboardinghub").limits())
                .isEqualTo(
                        new RateLimits(
                                CountedPer.CREDENTIAL,
                                List.of(
                                        new Window(60, MINUTE, 60),
                                        new Window(500, Duration.ofHours(1), 500)),
                                HeaderStyle.X_RATELIMIT_UNIX));
    }

    @Test
    void onboardingHubNeedsAnEntitlementAndSaysSoInItsOwnWords() {
        HubProfile onboarding = TestProfiles.hub("onboardinghub");

        assertThat(onboarding.access().requiresEntitlement()).isEqualTo("api-access");
        assertThat(onboarding.plan("free")).contains(new Plan(Set.of(), null));
        assertThat(onboarding.plan("growth")).contains(new Plan(Set.of("api-access"), null));
        assertThat(onboarding.errors().forms().get(Refusal.NOT_ENTITLED))
                .isEqualTo(
                        new Form(
                                null,
                                "forbidden",
                                "API access is not enabled for this account. Please upgrade your plan.",
                                null));
    }

    @Test
    void onboardingHubSpellsScopesWithAnUnderscoreAndLetsTheUserChooseTheWorkspace() {
        OAuthRules oauth = Objects.requireNonNull(TestProfiles.hub("onboardinghub").oauth());

        assertThat(oauth.scopeAlias()).isEqualTo(new ScopeAlias("_", ":"));
        assertThat(oauth.workspaceSelection()).isTrue();
    }

    @Test
    void aHubThatNobodyHasSeenIsOneFile() {
        HubProfile hub = TestProfiles.hub("parcelwise");

        assertThat(hub.keys().prefix()).isEqualTo("pw_live");
        assertThat(hub.scopes()).hasSize(4);
        assertThat(hub.plan("partner").orElseThrow().limits())
                .isEqualTo(
                        new RateLimits(
                                CountedPer.WORKSPACE,
                                List.of(),
                                HeaderStyle.X_RATELIMIT_DELTA_AND_IETF));
        assertThat(hub.routes()).contains(new Route("OPTIONS", "/**", null, 1));
        assertThat(hub.errors().forms().get(Refusal.ROUTE_UNKNOWN))
                .isEqualTo(new Form(410, null, null, null));
        assertThat(hub.collections())
                .containsExactly(new RowCollection("parcels", "warehouse", "depot"));
    }
}
