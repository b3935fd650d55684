package io.keyledger.query.profilechange;

import static io.keyledger.query.profilechange.Profiles.acme;
import static io.keyledger.query.profilechange.Profiles.scope;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.RowCollection;
import io.keyledger.query.profilechange.ReachChange.Reach;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What other scopes would open and close. */
class ReachChangeTest {

    private static final Profiles HUB =
            acme().withScopes(scope("a"), scope("b"), scope("c", "a"))
                    .withRoutes(
                            "GET /v1/things a",
                            "GET /v1/things/{thing} a",
                            "PUT /v1/things/{thing} b",
                            "PATCH /v1/things/{thing} b",
                            "GET /v1/time -");

    private static ReachChange between(Profiles hub, Set<String> before, Set<String> after) {
        return between(hub, before, after, null);
    }

    private static ReachChange between(
            Profiles hub, Set<String> before, Set<String> after, @Nullable RowCollection rows) {
        return ReachChange.between(
                CompiledProfile.compile(hub.profile(), 1, 0), before, after, rows);
    }

    private static Reach reach(String path, @Nullable String scope, String... methods) {
        return new Reach(List.of(methods), path, scope);
    }

    @Test
    void theSameScopesKeepWhatTheyAllowAndNothingElse() {
        assertThat(between(HUB, Set.of("a"), Set.of("a")))
                .isEqualTo(
                        new ReachChange(
                                List.of(),
                                List.of(),
                                List.of(
                                        reach("/v1/things", "a", "GET"),
                                        reach("/v1/things/{thing}", "a", "GET"),
                                        reach("/v1/time", null, "GET"))));
    }

    @Test
    void whatOpensAndWhatClosesIsToldByMethodAndPath() {
        ReachChange change = between(HUB, Set.of("a"), Set.of("b"));

        assertThat(change.gained())
                .containsExactly(reach("/v1/things/{thing}", "b", "PUT", "PATCH"));
        assertThat(change.lost())
                .containsExactly(
                        reach("/v1/things", "a", "GET"), reach("/v1/things/{thing}", "a", "GET"));
        assertThat(change.kept()).containsExactly(reach("/v1/time", null, "GET"));
    }

    @Test
    void aScopeThatImpliesAnotherLosesNothingOfIt() {
        ReachChange change = between(HUB, Set.of("a"), Set.of("c"));

        assertThat(change.gained()).isEmpty();
        assertThat(change.lost()).isEmpty();
    }

    @Test
    void aScopeThatTheHubDoesNotHaveOpensNothing() {
        assertThat(between(HUB, Set.of(), Set.of("everything")).gained()).isEmpty();
    }

    /** The verdict takes the first line that matches, and so does the dry run. */
    @Test
    void aLineThatStandsBehindAWiderOneSaysNothing() {
        Profiles hub = acme().withRoutes("GET /v1/** a", "GET /v1/secret b");

        assertThat(between(hub, Set.of(), Set.of("b")).gained()).isEmpty();
        assertThat(between(hub, Set.of(), Set.of("a")).gained())
                .extracting(Reach::path)
                .containsExactly("/v1", "/v1/*", "/v1/*/**", "/v1/secret");
    }

    @Test
    void anyMethodIsEveryMethod() {
        assertThat(between(acme().withRoutes("ANY /v1/hooks a"), Set.of(), Set.of("a")).gained())
                .containsExactly(
                        reach(
                                "/v1/hooks",
                                "a",
                                "GET",
                                "POST",
                                "PUT",
                                "PATCH",
                                "DELETE",
                                "OPTIONS"));
    }

    @Test
    void whoeverIsBoundToRowsReachesNothingButThem() {
        RowCollection rows = new RowCollection("parts", "thing", "thing");

        assertThat(between(HUB, Set.of(), Set.of("a"), rows).gained())
                .containsExactly(reach("/v1/things/{thing}", "a", "GET"));
        assertThat(between(HUB, Set.of("a"), Set.of("a"), rows).kept())
                .doesNotContain(reach("/v1/time", null, "GET"));
    }
}
