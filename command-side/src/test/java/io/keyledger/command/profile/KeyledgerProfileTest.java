package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Refusal;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authorization matrix of Keyledger's own doors. */
class KeyledgerProfileTest {

    private final HubProfile keyledger = TestProfiles.hub("keyledger");

    @Test
    void itIsTheBuiltInHub() {
        assertThat(keyledger.hub()).isEqualTo(HubId.KEYLEDGER);
        assertThat(keyledger.keys().prefix()).isEqualTo("klg");
        assertThat(keyledger.limits()).isNull();
        assertThat(keyledger.plan("operator")).isPresent();
    }

    @Test
    void noRouteIsOpenToEveryKey() {
        assertThat(keyledger.routes()).allSatisfy(route -> assertThat(route.scope()).isNotNull());
    }

    @Test
    void changingNeverNeedsLessThanAWritingScope() {
        assertThat(keyledger.routes())
                .filteredOn(route -> !route.method().equals("GET"))
                .extracting(Route::scope)
                .allMatch(scope ->
                        String.valueOf(scope).matches(".*:write|keys:reveal|verify|audit:read"));
    }

    @Test
    void writingImpliesReadingAndNothingElse() {
        assertThat(keyledger.scopes())
                .allSatisfy(scope -> {
                    if (scope.name().endsWith(":write")) {
                        assertThat(scope.implies())
                                .containsExactly(scope.name().replace(":write", ":read"));
                    } else {
                        assertThat(scope.implies()).isEmpty();
                    }
                });
    }

    @Test
    void everyScopeOpensARoute() {
        assertThat(keyledger.routes())
                .extracting(Route::scope)
                .containsAll(keyledger.scopes().stream().map(Scope::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /admin/v1/hubs/{hub}/workspaces, workspaces:write",
        "GET, /admin/v1/workspaces/{workspace}, workspaces:read",
        "POST, /admin/v1/workspaces/{workspace}/keys, keys:write",
        "POST, /admin/v1/keys/{key}/rotate, keys:write",
        "POST, /admin/v1/keys/{key}/revoke, keys:write",
        "POST, /admin/v1/keys/{key}/reveal, keys:reveal",
        "GET, /admin/v1/keys/{key}/history, audit:read",
        "GET, /admin/v1/audit/**, audit:read",
        "POST, /admin/v1/workspaces/{workspace}/campaigns, campaigns:write",
        "GET, /admin/v1/campaigns/{campaign}, campaigns:read",
        "PUT, /admin/v1/campaigns/{campaign}/filters/{filter}, campaigns:write",
        "DELETE, /admin/v1/campaigns/{campaign}/filters/{filter}, campaigns:write",
        "POST, /v1/verify, verify",
        "POST, /v1/verify:batch, verify",
        "GET, /v1/hubs/{hub}, verify",
        "POST, /v1/replica/changes, verify",
        "POST, /v1/replica/facts, verify",
        "POST, /v1/introspect, verify",
        "ANY, /v1/forward-auth, verify"
    })
    void theDocumentedEndpointsNeedTheirScope(String method, String pattern, String scope) {
        assertThat(keyledger.routes()).contains(new Route(method, pattern, scope, 1));
    }

    @Test
    void refusalsAreProblemDetailsWithAStableCode() {
        assertThat(keyledger.errors().mediaType()).isEqualTo("application/problem+json");
        assertThat(keyledger.errors().body().keySet())
                .containsExactly("type", "status", "detail", "code");
        assertThat(keyledger.errors().forms().keySet()).containsExactly(Refusal.values());
    }
}
