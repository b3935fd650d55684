package io.keyledger.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential that is bound to one container can reach, and what does not exist for it. */
class FilteredDecisionTest {

    private static final CompiledProfile HUBHUS = CompiledProfile.compile(Hubs.hubhus(), 1, 1);
    private static final WorkspaceStanding STANDING =
            new WorkspaceStanding("ws_1", "hubhus", "standard", false, 1);

    private final CountingLimiter limiter = new CountingLimiter(100);

    @Test
    void filteredCredentialReachesItsOwnContainer() {
        Verdict verdict = decide(leadsOf("1"), "GET", "/v2/campaigns/1/leads");

        assertThat(verdict.code()).isEqualTo(VerdictCode.VALID);
        assertThat(verdict.credential()).isNotNull().extracting(Credential::filter).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/campaigns/1/leads",
                "/v2/campaigns/1/leads?status=New",
                "/v2/campaigns/1/leads/77",
                "/v2/campaigns/%31/leads",
                "/v2/open/1",
                "/v2/open/1/",
                "/v2/open/1/2/3"
            })
    void containerIsRecognisedHoweverItIsWritten(String path) {
        assertThat(code(leadsOf("1"), path)).isEqualTo(VerdictCode.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/campaigns/2/leads",
                "/v2/campaigns/11/leads",
                "/v2/campaigns/01/leads",
                "/v2/campaigns/1%20/leads",
                "/v2/campaigns/%32/leads",
                "/v2/campaigns/%31%31/leads",
                "/v2/campaigns/2/leads/1",
                "/v2/campaigns/2/leads?campaign=1",
                "/v2/open/2/1"
            })
    void anotherContainerDoesNotExist(String path) {
        assertThat(code(leadsOf("1"), path)).isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/campaigns",
                "/v2/exports/1",
                "/v2/whoami",
                "/v2/campaigns/1/../2/leads"
            })
    void routeThatNamesNoContainerDoesNotExist(String path) {
        assertThat(code(leadsOf("1"), path)).isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v2/campaigns", "/v2/exports/1", "/v2/whoami", "/v2/campaigns/2/leads"})
    void credentialWithoutFilterReachesAllOfThem(String path) {
        assertThat(code(null, path)).isEqualTo(VerdictCode.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "søren, /v2/campaigns/s%C3%B8ren/leads",
        "søren, /v2/campaigns/%73%c3%b8re%6E/leads",
        "a b, /v2/campaigns/a%20b/leads",
        "a+b, /v2/campaigns/a+b/leads",
        "a+b, /v2/campaigns/a%2Bb/leads",
        "東京, /v2/campaigns/%E6%9D%B1%E4%BA%AC/leads",
        "😀, /v2/campaigns/%F0%9F%98%80/leads"
    })
    void idBeyondAsciiIsComparedByItsOctets(String id, String path) {
        assertThat(code(leadsOf(id), path)).isEqualTo(VerdictCode.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "a b, /v2/campaigns/a+b/leads",
        "a+b, /v2/campaigns/a%20b/leads",
        "søren, /v2/campaigns/s%C3/leads",
        "søren, /v2/campaigns/s%F8ren/leads",
        "søren, /v2/campaigns/søren/leads",
        "søren, /v2/campaigns/soren/leads",
        "A, /v2/campaigns/a/leads",
        "é, /v2/campaigns/e%CC%81/leads",
        "😀, /v2/campaigns/%F0%9F%98%81/leads"
    })
    void whatOnlyLooksAlikeIsAnotherContainer(String id, String path) {
        assertThat(code(leadsOf(id), path)).isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    @Test
    void collectionThatTheHubDoesNotHaveIsNowhere() {
        assertThat(code(filter("deals", "campaign", "1"), "/v2/campaigns/1/leads"))
                .isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    @Test
    void containerThatTheHubCallsOtherwiseNowIsNowhere() {
        assertThat(code(filter("leads", "list", "1"), "/v2/campaigns/1/leads"))
                .isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    @Test
    void filterOfAnotherCollectionDoesNotOpenThisOne() {
        assertThat(code(filter("calls", "phone-line", "1"), "/v2/campaigns/1/leads"))
                .isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    /** Else a vendor could learn by 403 and 404 which campaigns there are. */
    @Test
    void foreignContainerIsUnknownBeforeScopesAreLookedAt() {
        Verdict verdict = decide(leadsOf("1"), "POST", "/v2/campaigns/2/leads");

        assertThat(verdict.code()).isEqualTo(VerdictCode.ROUTE_UNKNOWN);
        assertThat(decide(leadsOf("1"), "POST", "/v2/campaigns/1/leads").code())
                .isEqualTo(VerdictCode.INSUFFICIENT_SCOPE);
    }

    @Test
    void questionWithoutARouteIsAnsweredWithTheFilter() {
        assertThat(decide(leadsOf("1"), null, null).code()).isEqualTo(VerdictCode.VALID);
    }

    private VerdictCode code(@Nullable AccessFilter filter, String path) {
        return decide(filter, "GET", path).code();
    }

    private Verdict decide(
            @Nullable AccessFilter filter, @Nullable String method, @Nullable String path) {
        return Decision.decide(
                key(filter),
                STANDING,
                HUBHUS,
                new VerificationRequest("hubhus", method, path, List.of(), 1, null),
                1_000,
                limiter);
    }

    private static AccessFilter leadsOf(String campaign) {
        return filter("leads", "campaign", campaign);
    }

    private static AccessFilter filter(String collection, String container, String id) {
        return new AccessFilter(
                collection,
                container,
                id,
                List.of(new Condition("source", Operator.EQUALS, List.of("Vendor XYZ"))));
    }

    private static Credential key(@Nullable AccessFilter filter) {
        return new Credential(
                "key_1",
                CredentialKind.API_KEY,
                "ws_1",
                1,
                Set.of("read"),
                Credential.FOREVER,
                false,
                AddressBlocks.ANYWHERE,
                filter,
                42);
    }
}
