package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Checklist AD-01, AD-02, AD-05 and KL-05: what a key of Keyledger itself may do, and to which. */
@ExtendWith(SharedServer.class)
class AdminRightsIT {

    private static final String OPERATOR = "/admin/v1/keys/key_00000000000000000001";

    private Admin operator;
    private HubSurface keyledger;

    @BeforeEach
    void meet(RunningServer running) {
        operator = new Admin(running);
        keyledger = new HubSurface(running, operator, "keyledger", "/admin");
    }

    /** Somebody whose key has these scopes. */
    private Admin with(String... scopes) throws IOException {
        return operator.as(keyledger.keyOn("operator", scopes).secret());
    }

    @Test
    void everyOperationNeedsAKeyAndAScope() throws IOException {
        Admin nobody = operator.as("klg_nobody");
        Admin verifier = with("verify");

        List<Operation> operations = operations();

        assertThat(operations).hasSizeGreaterThan(20);
        for (Operation operation : operations) {
            assertProblem(operation.by(nobody), 401, "KEY_INVALID", operation);
            assertProblem(operation.by(verifier), 403, "SCOPE_INSUFFICIENT", operation);
        }
    }

    @Test
    void whatReadsNeedsNoMoreThanAReadingScope() throws IOException {
        Admin reader =
                with(
                        "workspaces:read",
                        "campaigns:read",
                        "keys:read",
                        "apps:read",
                        "accounts:read",
                        "grants:read",
                        "audit:read",
                        "hubs:read",
                        "projections:read");

        for (Operation operation : operations()) {
            int status = operation.by(reader).statusCode();
            if (operation.reads()) {
                assertThat(status).as("%s", operation).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s", operation).isEqualTo(403);
            }
        }
    }

    @Test
    void whatDoesNotExistIsAbsentWhateverItIs() throws IOException {
        for (Operation operation : operations()) {
            if (operation.method().equals("GET") && operation.path().contains("unknown")) {
                HttpResponse<String> absent = operation.by(operator);
                assertThat(absent.statusCode()).as("%s", operation).isEqualTo(404);
                assertThat(Admin.json(absent).get("code").asString())
                        .as("%s", operation)
                        .endsWith("_UNKNOWN");
            }
        }
    }

    @Test
    void aKeyCannotGrantWhatItDoesNotHave() throws IOException {
        Admin issuer = with("keys:write");
        String keys = "/admin/v1/workspaces/" + keyledger.workspace("operator") + "/keys";
        String body = "{\"name\":\"More\",\"scopes\":[\"keys:write\",\"workspaces:write\"]}";

        assertProblem(issuer.post(keys, body), 403, "SCOPE_NOT_GRANTABLE", keys);

        assertThat(Admin.json(operator.get(keys)).get("items").size()).isZero();
    }

    @Test
    void aKeyCannotWidenItself() throws IOException {
        IssuedKey key = keyledger.keyOn("operator", "keys:write");
        String path = "/admin/v1/keys/" + key.id();

        assertProblem(
                operator.as(key.secret())
                        .patch(path, "{\"scopes\":[\"keys:write\",\"keys:reveal\"]}"),
                403,
                "SCOPE_NOT_GRANTABLE",
                path);
    }

    /** Whoever gets a new secret of a key can do all that the key can. */
    @Test
    void aKeyCannotTakeOverOneThatMayDoMore() throws IOException {
        Admin writer = with("keys:write", "keys:read");

        assertProblem(
                writer.post(OPERATOR + "/rotate", "{}"), 403, "SCOPE_NOT_GRANTABLE", "rotate");
        assertProblem(
                writer.patch(OPERATOR, "{\"name\":\"Mine\"}"), 403, "SCOPE_NOT_GRANTABLE", "patch");
        assertThat(operator.get(OPERATOR).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyMayRotateOneThatMayDoNoMoreThanItself() throws IOException {
        IssuedKey other = keyledger.keyOn("operator", "keys:write");

        assertThat(
                        with("keys:write", "verify")
                                .post("/admin/v1/keys/" + other.id() + "/rotate", "{}")
                                .statusCode())
                .isEqualTo(201);
    }

    /** Else the last one who could resume it may be gone. */
    @Test
    void nobodyCanSuspendTheOwnWorkspace() throws IOException {
        String workspace = Admin.json(operator.get(OPERATOR)).get("workspace").asString();

        assertProblem(
                operator.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}"),
                409,
                "WORKSPACE_OWN",
                workspace);
        assertThat(operator.get(OPERATOR).statusCode()).isEqualTo(200);
    }

    private static void assertProblem(
            HttpResponse<String> answer, int status, String code, Object what) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        assertThat(Answers.header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Admin.json(answer).get("code").asString()).as("%s", what).isEqualTo(code);
    }

    /** Every operation of the admin API, on what does not exist. */
    private List<Operation> operations() throws IOException {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = Admin.json(operator.get("/openapi.json")).get("paths");
        for (String path : paths.propertyNames()) {
            if (path.startsWith("/admin/")) {
                for (String method : paths.get(path).propertyNames()) {
                    operations.add(new Operation(method.toUpperCase(Locale.ROOT), unknown(path)));
                }
            }
        }
        return operations;
    }

    private static String unknown(String path) {
        return path.replaceAll("\\{[^}]+}", "unknown");
    }

    private record Operation(String method, String path) {

        /** A question may have a body. */
        boolean reads() {
            return method.equals("GET")
                    || path.equals("/admin/v1/explain")
                    || path.equals("/admin/v1/audit/verifications");
        }

        HttpResponse<String> by(Admin somebody) throws IOException {
            return somebody.call(method, path, method.equals("GET") ? "" : "{}");
        }
    }
}
