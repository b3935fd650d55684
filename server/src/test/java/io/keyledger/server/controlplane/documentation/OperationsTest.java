package io.keyledger.server.controlplane.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final RowCollection PARCELS =
            new RowCollection("parcels", "warehouse", "depot", query());
    private static final CompiledProfile HUB =
            CompiledProfile.compile(
                    hub(
                            new Route("GET", "/v1/depots/{depot}/parcels", "read", 1),
                            new Route("GET", "/v1/depots/{depot}/parcels/{parcel}", "read", 1),
                            new Route("PUT", "/v1/depots/{depot}/parcels/{parcel}", "write", 1),
                            new Route("DELETE", "/v1/depots/{depot}/parcels/{parcel}", "write", 1),
                            new Route("POST", "/v1/depots/{depot}/parcels", "write", 1),
                            new Route("POST", "/v1/depots/{depot}/closing", "write", 1),
                            new Route("GET", "/v1/depots", "read", 1),
                            new Route("GET", "/v1/depots/{depot}/files/**", "read", 1),
                            new Route("ANY", "/v1/depots/{depot}/any", "read", 1),
                            new Route("GET", "/v1/depots/{depot}/a/{b}/{c}", "read", 1),
                            new Route("GET", "/v1/depots/{depot}/ping", null, 1)),
                    1,
                    1);

    @Test
    void readerIsShownWhatItMayRead() {
        assertThat(operations("read"))
                .extracting(it -> it.method() + " " + it.path())
                .containsExactly(
                        "GET /v1/depots/s%C3%B8%20d/parcels",
                        "GET /v1/depots/s%C3%B8%20d/parcels/{parcel}",
                        "GET /v1/depots/s%C3%B8%20d/ping");
    }

    @Test
    void writerIsShownWhatItMayWriteToo() {
        assertThat(operations("write"))
                .extracting(Operation::summary)
                .containsExactly(
                        "List parcels",
                        "Read one of the parcels",
                        "Replace one of the parcels",
                        "Delete one of the parcels",
                        "Create one of the parcels",
                        "Call",
                        "Call");
    }

    @Test
    void rowsAreSentOnlyToWhereRowsAre() {
        assertThat(operations("write"))
                .filteredOn(operation -> operation.body() != null)
                .extracting(Operation::summary)
                .containsExactly("Replace one of the parcels", "Create one of the parcels");
    }

    @Test
    void listsUnderstandQueriesAndNothingElseDoes() {
        Operation list = operations("read").getFirst();

        assertThat(list.query())
                .extracting(Operation.QueryParameter::name)
                .containsExactly("size", "page");
        assertThat(list.query().getFirst().meaning()).isEqualTo("Parcels whose Størrelse it is");
        assertThat(list.examples())
                .containsExactly(
                        "curl 'https://depot.example/v1/depots/s%C3%B8%20d/parcels' \\\n"
                                + "  -H \"Authorization: Bearer $TOKEN\"",
                        "curl 'https://depot.example/v1/depots/s%C3%B8%20d/parcels?size=It%27s%20big' \\\n"
                                + "  -H \"Authorization: Bearer $TOKEN\"");
        assertThat(operations("read").get(1).query()).isEmpty();
    }

    @Test
    void quoteInAPayloadCannotEndTheShellsString() {
        Operation create = operations("write").get(4);

        assertThat(create.examples().getFirst())
                .startsWith("curl -X POST 'https://depot.example/")
                .contains("-d '{\n  \"size\" : \"It'\\''s big\"\n}'");
    }

    private static List<Operation> operations(String scope) {
        AdmittedValues all = new AdmittedValues(null);
        FieldDoc size =
                new FieldDoc(
                        "size",
                        "Størrelse",
                        FieldType.SELECT,
                        true,
                        List.of("It's big", "Small"),
                        "It's big");
        return new Operations(
                        HUB,
                        PARCELS,
                        new AccessFilter("parcels", "warehouse", "sø d", List.of()),
                        Set.of(scope),
                        new Examples("https://depot.example", PARCELS, List.of(size), all))
                .all();
    }

    private static Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", "In this status");
        query.put(RowCollection.EACH_SELECT, "Parcels whose {label} it is");
        query.put("page", "Which page");
        return query;
    }

    private static HubProfile hub(Route... routes) {
        return new HubProfile(
                new HubId("depots"),
                "Depots",
                "/depots",
                List.of(),
                new KeyRules(
                        "dep",
                        "key",
                        SecretVisibility.SHOWN_ONCE,
                        Duration.ZERO,
                        Duration.ofDays(1)),
                List.of(
                        new Scope("read", "Read", Set.of()),
                        new Scope("write", "Write", Set.of("read"))),
                Map.of(),
                new AccessRules(null),
                null,
                List.of(routes),
                new ErrorDialect("application/json", Map.of(), Map.of()),
                null,
                List.of(PARCELS));
    }
}
