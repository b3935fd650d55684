package io.keyledger.query.profilechange;

import static io.keyledger.query.profilechange.Profiles.acme;
import static io.keyledger.query.profilechange.Profiles.plan;
import static io.keyledger.query.profilechange.Profiles.scope;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.profilechange.PlanChange.Terms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProfileChangeTest {

    private static ProfileChange between(Profiles before, Profiles after) {
        return ProfileChange.between(before.profile(), after.profile());
    }

    @Test
    void theSameProfileChangesNothing() {
        assertThat(between(acme(), acme()))
                .isEqualTo(
                        new ProfileChange(
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of(), List.of()));
    }

    @Test
    void wordsThatJudgeNothingAreToldAsAFieldAlone() {
        ProfileChange change = between(acme(), acme().titled("Acme Inc."));

        assertThat(change.fields()).containsExactly("title");
        assertThat(change.routes()).isEmpty();
    }

    @Test
    void scopesThatComeAndGoAreTold() {
        ProfileChange change = between(acme(), acme().withScopes(scope("b"), scope("c")));

        assertThat(change.scopesAdded()).containsExactly("c");
        assertThat(change.scopesRemoved()).containsExactly("a");
        assertThat(change.scopeMeanings()).isEmpty();
    }

    @Test
    void aScopeThatImpliesMoreGrantsMoreOverAllSteps() {
        Profiles before = acme().withScopes(scope("a"), scope("b", "c"), scope("c"));
        Profiles after = acme().withScopes(scope("a", "b"), scope("b", "c"), scope("c"));

        assertThat(between(before, after).scopeMeanings())
                .containsExactly(new ScopeMeaning("a", List.of("b", "c"), List.of()));
        assertThat(between(after, before).scopeMeanings())
                .containsExactly(new ScopeMeaning("a", List.of(), List.of("b", "c")));
    }

    @Test
    void plansThatComeAndGoAreTold() {
        ProfileChange change =
                between(acme().withPlan("old", plan(1)), acme().withPlan("new", plan(1)));

        assertThat(change.plansAdded()).containsExactly("new");
        assertThat(change.plansRemoved()).containsExactly("old");
        assertThat(change.plans()).isEmpty();
    }

    @Test
    void aPlanThatLosesItsEntitlementLosesItsAccess() {
        ProfileChange change = between(acme(), acme().withPlan("paid", plan(60)));

        assertThat(change.plansLosingAccess()).containsExactly("paid");
        assertThat(change.plans())
                .containsExactly(
                        new PlanChange(
                                "paid",
                                new Terms(true, List.of("api-access"), plan(60).limits()),
                                new Terms(false, List.of(), plan(60).limits())));
    }

    @Test
    void aPlanWithOtherLimitsKeepsItsAccess() {
        ProfileChange change = between(acme(), acme().withPlan("paid", plan(30, "api-access")));

        assertThat(change.plansLosingAccess()).isEmpty();
        assertThat(change.plans())
                .singleElement()
                .satisfies(it -> assertThat(it.after().limits()).isEqualTo(plan(30).limits()));
    }

    @Nested
    class OfRoutes {

        private static List<String> told(List<String> before, List<String> after) {
            return between(
                            acme().withRoutes(before.toArray(String[]::new)),
                            acme().withRoutes(after.toArray(String[]::new)))
                    .routes()
                    .stream()
                    .map(it ->
                            "%s %s %s %s→%s"
                                    .formatted(
                                            it.effect(),
                                            String.join("+", it.methods()),
                                            it.path(),
                                            told(it.before()),
                                            told(it.after())))
                    .toList();
        }

        private static String told(RouteChange.@Nullable Rule rule) {
            return rule == null ? "·" : Objects.toString(rule.scope(), "any") + "×" + rule.cost();
        }

        @Test
        void aLineMoreOpensAndALineLessCloses() {
            List<String> one = List.of("GET /v1/parts a");
            List<String> two = List.of("GET /v1/parts a", "POST /v1/parts/{part} b 2");

            assertThat(told(one, two)).containsExactly("OPENED POST /v1/parts/{part} ·→b×2");
            assertThat(told(two, one)).containsExactly("CLOSED POST /v1/parts/{part} b×2→·");
        }

        @Test
        void anotherScopeOrCostChanges() {
            assertThat(told(List.of("GET /v1/parts a"), List.of("GET /v1/parts b")))
                    .containsExactly("CHANGED GET /v1/parts a×1→b×1");
            assertThat(told(List.of("GET /v1/parts a"), List.of("GET /v1/parts a 5")))
                    .containsExactly("CHANGED GET /v1/parts a×1→a×5");
            assertThat(told(List.of("GET /v1/parts a"), List.of("GET /v1/parts -")))
                    .containsExactly("CHANGED GET /v1/parts a×1→any×1");
        }

        @Test
        void aLineThatOnlyMovedIsNoChange() {
            assertThat(
                            told(
                                    List.of("GET /v1/a a", "GET /v1/b b"),
                                    List.of("GET /v1/b b", "GET /v1/a a")))
                    .isEmpty();
        }

        @Test
        void anotherNameOfAParameterIsNoChange() {
            assertThat(told(List.of("GET /v1/{a} a"), List.of("GET /v1/{b} a"))).isEmpty();
        }

        @Test
        void aLineThatIsPutBeforeAnotherTakesItsRequests() {
            assertThat(told(List.of("GET /v1/{id} a"), List.of("GET /v1/me b", "GET /v1/{id} a")))
                    .containsExactly("CHANGED GET /v1/me a×1→b×1");
        }

        @Test
        void aWildcardThatIsReplacedByItsPartsClosesTheRest() {
            assertThat(
                            told(
                                    List.of("GET /v1/parts/** a"),
                                    List.of("GET /v1/parts a", "GET /v1/parts/{part} a")))
                    .containsExactly("CLOSED GET /v1/parts/*/** a×1→·");
        }

        @Test
        void whatAnyMethodOpenedIsToldOnceWithAllOfThem() {
            assertThat(told(List.of(), List.of("ANY /v1/hooks b")))
                    .containsExactly("OPENED GET+POST+PUT+PATCH+DELETE+OPTIONS /v1/hooks ·→b×1");
        }

        @Test
        void aMethodThatIsTakenOutOfAnyMethodIsToldAlone() {
            assertThat(
                            told(
                                    List.of("ANY /v1/hooks b"),
                                    List.of("DELETE /v1/hooks a", "ANY /v1/hooks b")))
                    .containsExactly("CHANGED DELETE /v1/hooks b×1→a×1");
        }
    }
}
