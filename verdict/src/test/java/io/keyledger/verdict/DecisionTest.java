package io.keyledger.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.Route;
import io.keyledger.verdict.CountingLimiter.Spent;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

    private static final long NOW = 1_795_000_000_123L;
    private static final CompiledProfile HUBNITY = CompiledProfile.compile(Hubs.hubnity(), 3, 17);
    private static final WorkspaceStanding ENTERPRISE = workspace("enterprise", false);
    private static final Credential READER = key(Set.of("read:members"), Credential.FOREVER);
    private static final VerificationRequest LIST_MEMBERS = get("/v1/members");

    private final CountingLimiter limiter = new CountingLimiter(100);

    @Test
    void keyThatMayIsAccepted() {
        Verdict verdict = decide(READER, ENTERPRISE, LIST_MEMBERS);

        assertThat(verdict.code()).isEqualTo(VerdictCode.VALID);
        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict.credential()).isSameAs(READER);
        assertThat(verdict.standing()).isSameAs(ENTERPRISE);
        assertThat(verdict.profile()).isSameAs(HUBNITY);
        assertThat(verdict.missingScope()).isNull();
        assertThat(Objects.requireNonNull(verdict.budget()).remaining()).isEqualTo(99);
    }

    @Test
    void unknownSecretIsNotFound() {
        assertNotFound(decide(null, null, LIST_MEMBERS));
    }

    @Test
    void keyWithoutWorkspaceIsNotFound() {
        assertNotFound(decide(READER, null, LIST_MEMBERS));
    }

    @Test
    void keyOfAnotherHubIsNotFoundAndNothingOfItIsTold() {
        assertNotFound(
                decide(
                        READER,
                        ENTERPRISE,
                        VerificationRequest.of("nextoria", "GET", "/v1/members", null)));
    }

    @Test
    void hubNeedNotBeNamed() {
        assertThat(code(READER, ENTERPRISE, request(null, "GET", "/v1/members")))
                .isEqualTo(VerdictCode.VALID);
    }

    @Test
    void revokedKeyIsRefused() {
        assertThat(code(revoked(READER), ENTERPRISE, LIST_MEMBERS)).isEqualTo(VerdictCode.REVOKED);
    }

    @Test
    void keyIsAcceptedInItsLastMillisecond() {
        assertThat(code(validUntil(NOW + 1), ENTERPRISE, LIST_MEMBERS))
                .isEqualTo(VerdictCode.VALID);
    }

    @Test
    void keyIsRefusedFromItsExpiryOn() {
        assertThat(code(validUntil(NOW), ENTERPRISE, LIST_MEMBERS)).isEqualTo(VerdictCode.EXPIRED);
        assertThat(code(validUntil(NOW - 1), ENTERPRISE, LIST_MEMBERS))
                .isEqualTo(VerdictCode.EXPIRED);
    }

    @Test
    void keyOfASuspendedWorkspaceIsRefused() {
        assertThat(code(READER, workspace("enterprise", true), LIST_MEMBERS))
                .isEqualTo(VerdictCode.SUSPENDED);
    }

    @Test
    void planWithoutTheEntitlementIsRefused() {
        assertThat(code(READER, workspace("free", false), LIST_MEMBERS))
                .isEqualTo(VerdictCode.FORBIDDEN_PLAN);
    }

    @Test
    void planThatTheHubNoLongerHasIsRefused() {
        assertThat(code(READER, workspace("gold", false), LIST_MEMBERS))
                .isEqualTo(VerdictCode.FORBIDDEN_PLAN);
    }

    @Test
    void hubWithoutProfileEntitlesToNothing() {
        Verdict verdict = Decision.decide(READER, ENTERPRISE, null, LIST_MEMBERS, NOW, limiter);

        assertThat(verdict.code()).isEqualTo(VerdictCode.FORBIDDEN_PLAN);
        assertThat(verdict.profile()).isNull();
    }

    @Test
    void restrictedKeyIsAcceptedFromItsAddresses() {
        assertThat(code(restricted(READER), ENTERPRISE, from("203.0.113.9")))
                .isEqualTo(VerdictCode.VALID);
    }

    @Test
    void restrictedKeyIsRefusedFromElsewhereAndFromNowhere() {
        assertThat(code(restricted(READER), ENTERPRISE, from("198.51.100.9")))
                .isEqualTo(VerdictCode.FORBIDDEN_ADDRESS);
        assertThat(code(restricted(READER), ENTERPRISE, from(null)))
                .isEqualTo(VerdictCode.FORBIDDEN_ADDRESS);
    }

    @Test
    void undeclaredRouteIsUnknown() {
        assertThat(code(READER, ENTERPRISE, get("/v1/salaries")))
                .isEqualTo(VerdictCode.ROUTE_UNKNOWN);
        assertThat(code(READER, ENTERPRISE, request("hubnity", "DELETE", "/v1/members")))
                .isEqualTo(VerdictCode.ROUTE_UNKNOWN);
    }

    @Test
    void routeIsNotJudgedWhenNoneIsNamed() {
        assertThat(code(READER, ENTERPRISE, request("hubnity", null, null)))
                .isEqualTo(VerdictCode.VALID);
    }

    @Test
    void scopeOfTheRouteIsNeeded() {
        Verdict verdict = decide(READER, ENTERPRISE, createProject(1));

        assertThat(verdict.code()).isEqualTo(VerdictCode.INSUFFICIENT_SCOPE);
        assertThat(verdict.missingScope()).isEqualTo("write:projects");
        assertThat(code(writer(), ENTERPRISE, createProject(1))).isEqualTo(VerdictCode.VALID);
    }

    @Test
    void routeWithoutScopeTakesAnyAcceptedKey() {
        assertThat(code(writer(), ENTERPRISE, get("/v1/status"))).isEqualTo(VerdictCode.VALID);
    }

    @Test
    void scopesAskedForAreNeededBesideTheRoutes() {
        assertThat(code(READER, ENTERPRISE, asking("read:members"))).isEqualTo(VerdictCode.VALID);
        assertThat(decide(READER, ENTERPRISE, asking("read:members", "write:projects")))
                .returns(VerdictCode.INSUFFICIENT_SCOPE, Verdict::code)
                .returns("write:projects", Verdict::missingScope);
    }

    @Test
    void scopeThatTheHubDoesNotHaveIsNeverHeld() {
        Credential odd = key(Set.of("read:members", "admin:*"), Credential.FOREVER);

        assertThat(code(odd, ENTERPRISE, asking("admin:*")))
                .isEqualTo(VerdictCode.INSUFFICIENT_SCOPE);
    }

    @Test
    void emptyBudgetIsRateLimited() {
        CountingLimiter empty = new CountingLimiter(0);

        Verdict verdict = Decision.decide(READER, ENTERPRISE, HUBNITY, LIST_MEMBERS, NOW, empty);

        assertThat(verdict.code()).isEqualTo(VerdictCode.RATE_LIMITED);
        assertThat(verdict.facts().retryAfterSeconds()).isEqualTo(2);
    }

    @Test
    void costIsTheRequestsTimesTheRoutes() {
        decide(writer(), ENTERPRISE, createProject(3));

        assertThat(limiter.calls())
                .containsExactly(new Spent(READER.id(), Hubs.HUNDRED_A_MINUTE, 15));
    }

    @Test
    void hugeCostDoesNotOverflowIntoASmallOne() {
        assertThat(code(writer(), ENTERPRISE, createProject(858_993_460)))
                .isEqualTo(VerdictCode.RATE_LIMITED);
        assertThat(limiter.calls()).singleElement().returns(4_294_967_300L, Spent::cost);
    }

    @Test
    void costMustNotBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> createProject(-1));
    }

    @Test
    void costOfZeroAsksWithoutSpending() {
        assertThat(code(writer(), ENTERPRISE, createProject(0))).isEqualTo(VerdictCode.VALID);
        assertThat(limiter.left()).isEqualTo(100);
    }

    @Test
    void costOfZeroIsStillToldThatNothingIsLeft() {
        CountingLimiter empty = new CountingLimiter(0);

        assertThat(
                        Decision.decide(writer(), ENTERPRISE, HUBNITY, createProject(0), NOW, empty)
                                .code())
                .isEqualTo(VerdictCode.RATE_LIMITED);
    }

    @Test
    void freeRouteIsNotLimited() {
        CountingLimiter empty = new CountingLimiter(0);

        Verdict verdict =
                Decision.decide(READER, ENTERPRISE, HUBNITY, get("/v1/status"), NOW, empty);

        assertThat(verdict.code()).isEqualTo(VerdictCode.VALID);
        assertThat(verdict.budget()).isNull();
        assertThat(empty.calls()).isEmpty();
    }

    @Test
    void planMayCountTheWorkspaceAsOne() {
        decide(READER, workspace("counted-together", false), LIST_MEMBERS);

        assertThat(limiter.calls()).singleElement().returns("ws_1", Spent::subject);
    }

    @Test
    void planMayBeUnlimited() {
        Verdict verdict = decide(READER, workspace("unlimited", false), LIST_MEMBERS);

        assertThat(verdict.code()).isEqualTo(VerdictCode.VALID);
        assertThat(verdict.budget()).isNull();
        assertThat(limiter.calls()).isEmpty();
    }

    /** Each defect is repaired in turn, and the next one in the order is then the verdict. */
    @Test
    void firstDefectInTheOrderOfChecksIsTold() {
        CountingLimiter empty = new CountingLimiter(0);
        WorkspaceStanding bad = workspace("free", true);
        Credential worst = revoked(restricted(key(Set.of(), NOW)));
        VerificationRequest wrongHub = request("nextoria", "GET", "/nowhere");
        VerificationRequest nowhere = request("hubnity", "GET", "/nowhere");
        VerificationRequest fromAfar = from("198.51.100.9");
        Credential unscoped = key(Set.of(), Credential.FOREVER);

        assertThat(
                        List.of(
                                with(empty, worst, bad, wrongHub),
                                with(empty, worst, bad, nowhere),
                                with(empty, restricted(key(Set.of(), NOW)), bad, nowhere),
                                with(empty, restricted(unscoped), bad, nowhere),
                                with(
                                        empty,
                                        restricted(unscoped),
                                        workspace("free", false),
                                        nowhere),
                                with(empty, restricted(unscoped), ENTERPRISE, nowhere),
                                with(empty, unscoped, ENTERPRISE, nowhere),
                                with(empty, unscoped, ENTERPRISE, fromAfar),
                                with(empty, READER, ENTERPRISE, fromAfar),
                                with(limiter, READER, ENTERPRISE, fromAfar)))
                .containsExactly(
                        VerdictCode.NOT_FOUND,
                        VerdictCode.REVOKED,
                        VerdictCode.EXPIRED,
                        VerdictCode.SUSPENDED,
                        VerdictCode.FORBIDDEN_PLAN,
                        VerdictCode.FORBIDDEN_ADDRESS,
                        VerdictCode.ROUTE_UNKNOWN,
                        VerdictCode.INSUFFICIENT_SCOPE,
                        VerdictCode.RATE_LIMITED,
                        VerdictCode.VALID);
        assertThat(empty.calls())
                .as("only the rate-limited one would have spent")
                .filteredOn(spent -> spent.cost() > 0)
                .hasSize(1);
    }

    @Test
    void refusedRequestIsToldItsBudgetAndSpendsNothing() {
        Verdict unscoped = decide(key(Set.of(), Credential.FOREVER), ENTERPRISE, LIST_MEMBERS);
        Verdict nowhere = decide(READER, ENTERPRISE, get("/v1/nowhere"));
        Verdict unentitled = decide(READER, workspace("free", false), LIST_MEMBERS);

        assertThat(List.of(unscoped, nowhere, unentitled))
                .allSatisfy(verdict -> {
                    assertThat(Objects.requireNonNull(verdict.budget()).remaining()).isEqualTo(100);
                    assertThat(verdict.facts().retryAfterSeconds()).isZero();
                });
        assertThat(limiter.left()).isEqualTo(100);
    }

    @Test
    void refusedCredentialIsToldNoBudget() {
        assertThat(decide(revoked(READER), ENTERPRISE, LIST_MEMBERS).budget()).isNull();
        assertThat(decide(validUntil(NOW), ENTERPRISE, LIST_MEMBERS).budget()).isNull();
        assertThat(limiter.calls()).isEmpty();
    }

    @Test
    void hubThatTellsNoBudgetsIsNotAskedForOneWhenItRefuses() {
        RateLimits untold =
                new RateLimits(
                        CountedPer.CREDENTIAL, Hubs.HUNDRED_A_MINUTE.windows(), HeaderStyle.NONE);
        CompiledProfile quiet =
                CompiledProfile.compile(
                        Hubs.hubnity(
                                untold,
                                List.of(new Route("GET", "/v1/members", "read:members", 1))),
                        1,
                        1);

        Verdict nowhere =
                Decision.decide(READER, ENTERPRISE, quiet, get("/v1/nowhere"), NOW, limiter);

        assertThat(nowhere.code()).isEqualTo(VerdictCode.ROUTE_UNKNOWN);
        assertThat(nowhere.budget()).isNull();
        assertThat(limiter.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VerdictCode.class)
    void everyCodeButValidIsToldToTheClientSomehow(VerdictCode code) {
        assertThat(code.refusal() == null).isEqualTo(code == VerdictCode.VALID);
    }

    private Verdict decide(
            @Nullable Credential credential,
            @Nullable WorkspaceStanding standing,
            VerificationRequest request) {
        return Decision.decide(credential, standing, HUBNITY, request, NOW, limiter);
    }

    private VerdictCode code(
            Credential credential, WorkspaceStanding standing, VerificationRequest request) {
        return decide(credential, standing, request).code();
    }

    private static VerdictCode with(
            CountingLimiter limiter,
            Credential credential,
            WorkspaceStanding standing,
            VerificationRequest request) {
        return Decision.decide(credential, standing, HUBNITY, request, NOW, limiter).code();
    }

    private void assertNotFound(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.NOT_FOUND);
        assertThat(limiter.calls()).isEmpty();
    }

    private static Credential key(Set<String> scopes, long validUntil) {
        return new Credential(
                "key_1",
                CredentialKind.API_KEY,
                "ws_1",
                1,
                scopes,
                validUntil,
                false,
                AddressBlocks.ANYWHERE,
                42);
    }

    private static Credential validUntil(long instant) {
        return key(Set.of("read:members"), instant);
    }

    private static Credential writer() {
        return key(Set.of("write:projects"), Credential.FOREVER);
    }

    private static Credential revoked(Credential it) {
        return new Credential(
                it.id(),
                it.kind(),
                it.workspace(),
                it.generation(),
                it.scopes(),
                it.validUntil(),
                true,
                it.addresses(),
                it.position());
    }

    private static Credential restricted(Credential it) {
        return new Credential(
                it.id(),
                it.kind(),
                it.workspace(),
                it.generation(),
                it.scopes(),
                it.validUntil(),
                it.revoked(),
                AddressBlocks.of(List.of("203.0.113.0/24")),
                it.position());
    }

    private static WorkspaceStanding workspace(String plan, boolean suspended) {
        return new WorkspaceStanding("ws_1", "hubnity", plan, suspended, 41);
    }

    private static VerificationRequest get(String path) {
        return request("hubnity", "GET", path);
    }

    private static VerificationRequest from(@Nullable String address) {
        return VerificationRequest.of("hubnity", "GET", "/v1/members", address);
    }

    private static VerificationRequest createProject(int cost) {
        return new VerificationRequest("hubnity", "POST", "/v1/projects", List.of(), cost, null);
    }

    private static VerificationRequest asking(String... scopes) {
        return new VerificationRequest("hubnity", null, null, List.of(scopes), 1, null);
    }

    private static VerificationRequest request(
            @Nullable String hub, @Nullable String method, @Nullable String path) {
        return new VerificationRequest(hub, method, path, List.of(), 1, null);
    }
}
