package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Hubhus promises its API clients, row by row. Campaigns and their filters, revealing, and the
 * public documentation have tests of their own.
 */
@ExtendWith(SharedServer.class)
class HubhusContractIT {

    private static final String LEADS = "/v2/campaigns/c1/leads";
    private static final String UNAUTHENTICATED = "{\"message\":\"Unauthenticated.\"}";
    private static final String UNAUTHORIZED = "{\"message\":\"This action is unauthorized.\"}";

    private Admin admin;
    private HubSurface hubhus;

    @BeforeEach
    void meet(RunningServer server) {
        admin = new Admin(server);
        hubhus = new HubSurface(server, admin, "hubhus", "/hubhus");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/campaigns/c1/leads?status=open&created_at[from]=2026-01-01, read",
        "GET, /v2/campaigns/c1/leads/l1, read",
        "POST, /v2/campaigns/c1/leads, write",
        "PATCH, /v2/campaigns/c1/leads/l1, write"
    })
    void dataIsLeadsOfCampaigns(String method, String path, String scope) throws IOException {
        assertAdmitted(hubhus.asked(method, path, hubhus.keyOn("standard", scope).secret()));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v2/campaigns/c1/leads/l1",
        "GET, /v1/campaigns/c1/leads",
        "GET, /v2/accounts"
    })
    void dataIsNothingElse(String method, String path) throws IOException {
        assertRefusal(
                hubhus.asked(method, path, hubhus.keyOn("standard", "write").secret()),
                404,
                "{\"message\":\"Not Found.\"}");
    }

    @Test
    void generalTokenMayReadOrReadAndWrite() throws IOException {
        IssuedKey reader = hubhus.keyOn("standard", "read");
        IssuedKey writer = hubhus.keyOn("standard", "write");

        assertRefusal(hubhus.asked("POST", LEADS, reader.secret()), 403, UNAUTHORIZED);
        assertAdmitted(hubhus.asked("POST", LEADS, writer.secret()));
        assertAdmitted(hubhus.asked("GET", LEADS, writer.secret()));
    }

    @Test
    void generalTokenHasNoFilter() throws IOException {
        IssuedKey key = hubhus.keyOn("standard", "write");

        assertThat(hubhus.verified(key.secret(), "GET", LEADS, "").get("filter")).isNull();
        assertThat(
                        Answers.headerIfAny(
                                hubhus.asked("GET", LEADS, key.secret()), "X-Keyledger-Filter"))
                .isEmpty();
    }

    @Test
    void tokenStringStartsWithThePrefix() throws IOException {
        assertThat(hubhus.keyOn("standard", "read").secret()).matches("hhs_[A-Za-z0-9]{36,}");
    }

    @Test
    void errorsAreAMessageAlone() throws IOException {
        String workspace = hubhus.workspace("standard");
        IssuedKey revoked = hubhus.key(workspace, "read");
        IssuedKey suspended = hubhus.key(workspace, "read");
        admin.revoke(revoked);

        assertRefusal(hubhus.forwarded("GET", LEADS), 401, UNAUTHENTICATED);
        assertRefusal(hubhus.asked("GET", LEADS, "hhs_wrong"), 401, UNAUTHENTICATED);
        assertRefusal(hubhus.asked("GET", LEADS, revoked.secret()), 401, UNAUTHENTICATED);

        admin.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");
        assertRefusal(hubhus.asked("GET", LEADS, suspended.secret()), 403, UNAUTHORIZED);
    }

    @Test
    void rateLimitIsSixtyAMinuteForEachToken() throws Exception {
        String workspace = hubhus.workspace("standard");
        IssuedKey key = hubhus.key(workspace, "read");
        IssuedKey neighbour = hubhus.key(workspace, "read");
        Flood.Call call = () -> hubhus.asked("GET", LEADS, key.secret());

        Flood flood = Flood.of(200, call);

        flood.assertHadRoomFor(60, 60);
        assertRefusal(flood.refused(), 429, "{\"message\":\"Too Many Attempts.\"}");
        assertAdmitted(hubhus.asked("GET", LEADS, neighbour.secret()));
        flood.assertTellsTheTruth(call);
    }
}
