package io.keyledger.server.dataplane;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.access.AddressBlocks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A hub whose keys can be bound to a list and to some of its leads. */
final class LeadsHub {

    static final HubProfile PROFILE =
            new HubProfile(
                    new HubId("leadworks"),
                    "Leadworks",
                    "/leadworks",
                    List.of(),
                    new KeyRules(
                            "lwk",
                            "API token",
                            SecretVisibility.SHOWN_ONCE,
                            Duration.ZERO,
                            Duration.ofDays(1)),
                    List.of(
                            new Scope("read", "Read leads", Set.of()),
                            new Scope("write", "Change leads", Set.of("read"))),
                    Map.of("standard", new Plan(Set.of(), null)),
                    new AccessRules(null),
                    null,
                    List.of(new Route("GET", "/v1/lists/{list}/leads", "read", 1)),
                    new ErrorDialect("application/json", Map.of("message", "{text}"), Map.of()),
                    null,
                    List.of(new RowCollection("leads", "list", "list")));

    static final AccessFilter VENDOR =
            new AccessFilter(
                    "leads",
                    "list",
                    "1",
                    List.of(
                            new Condition("source", Operator.EQUALS, List.of("Vendor \"Ø\" 😀")),
                            new Condition(
                                    "status", Operator.IN, List.of("New", "a\r\nX-Evil: 1"))));

    private LeadsHub() {}

    /** A key that may read and write the vendor's leads. */
    static Credential vendorKey() {
        return new Credential(
                "key_vendor",
                CredentialKind.API_KEY,
                "ws_1",
                1,
                Set.of("write"),
                Credential.FOREVER,
                false,
                AddressBlocks.ANYWHERE,
                VENDOR,
                5);
    }
}
