package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.query.proof.ConsistencyProof;
import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.InclusionProof;
import io.keyledger.query.proof.SignedCheckpoint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What auditors get to prove what the ledger was. */
@ExtendWith(SharedServer.class)
class ProofIT {

    private static final String CHECKPOINTS = "/admin/v1/audit/checkpoints";
    private static final String INCLUSION = "/admin/v1/audit/proofs/inclusion?position=";
    private static final String CONSISTENCY = "/admin/v1/audit/proofs/consistency?from=";
    private static final String VERIFICATIONS = "/admin/v1/audit/verifications";

    private Admin admin;
    private String workspace;

    @BeforeEach
    void change(RunningServer server) throws IOException {
        admin = new Admin(server);
        workspace = admin.workspace("enterprise");
    }

    private JsonNode json(String path) throws IOException {
        return Admin.json(admin.get(path));
    }

    private static List<Hash> path(JsonNode proof) {
        return proof.get("path")
                .valueStream()
                .map(JsonNode::stringValue)
                .map(Hash::ofBase64)
                .toList();
    }

    /** The ledger of others grows meanwhile: what was committed before is covered in a second. */
    private JsonNode covering(long position) {
        return await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> json(CHECKPOINTS + "?limit=1"),
                        it -> it.at("/items/0/position").asLong() >= position);
    }

    private long positionOf(String subject) throws IOException {
        return json("/admin/v1/audit/events?workspace=" + subject)
                .at("/items/0/position")
                .longValue();
    }

    @Test
    void aChangeIsCoveredByASignedCheckpointAndProven() throws IOException {
        long position = positionOf(workspace);
        JsonNode covered = covering(position);
        long size = covered.at("/items/0/size").longValue();

        JsonNode proof = json(INCLUSION + position + "&size=" + size);

        SignedCheckpoint checkpoint = SignedCheckpoint.read(proof.get("checkpoint").stringValue());
        assertThat(
                        new InclusionProof(
                                        proof.get("index").longValue(),
                                        proof.get("size").longValue(),
                                        path(proof))
                                .proves(
                                        Hash.ofBase64(proof.get("leaf").stringValue()),
                                        checkpoint.checkpoint().root()))
                .isTrue();
        assertThat(covered.get("keys").get(0).stringValue())
                .startsWith(checkpoint.checkpoint().origin() + "+" + checkpoint.keyId() + "+");
    }

    @Test
    void theLedgerOfBeforeIsTheBeginningOfTheOneOfNow() throws IOException {
        JsonNode first = covering(positionOf(workspace)).at("/items/0");
        String more = admin.workspace("team");
        JsonNode second = covering(positionOf(more)).at("/items/0");

        JsonNode proof =
                json(CONSISTENCY + first.get("size").longValue() + "&to=" + second.get("size"));

        assertThat(
                        new ConsistencyProof(
                                        first.get("size").longValue(),
                                        second.get("size").longValue(),
                                        path(proof))
                                .proves(
                                        Hash.ofBase64(first.get("root").stringValue()),
                                        Hash.ofBase64(second.get("root").stringValue())))
                .isTrue();
    }

    @Test
    void theCheckpointsAreListedPageByPageAndCopied(RunningServer server) throws IOException {
        covering(positionOf(workspace));
        covering(positionOf(admin.workspace("team")));
        JsonNode first = json(CHECKPOINTS + "?limit=1");
        JsonNode second = json(CHECKPOINTS + "?limit=1&cursor=" + first.get("next").stringValue());
        String note = second.at("/items/0/note").stringValue();

        assertThat(second.at("/items/0/size").longValue())
                .isLessThan(first.at("/items/0/size").longValue());
        await().untilAsserted(() ->
                assertThat(copies(server)).contains(Admin.JSON.writeValueAsString(note)));
    }

    private static String copies(RunningServer server) throws IOException {
        try (Stream<Path> files = Files.list(server.folder().resolve("data/checkpoints"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(it -> it.toString().endsWith(".ndjson")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "inclusion?position=x, position",
        "inclusion?position=0, position",
        "inclusion?position=999999999, position",
        "inclusion?position=1&size=999999999, size",
        "inclusion?position=1&size=0, size",
        "inclusion?position=1&size=many, size",
        "consistency?from=0, from",
        "consistency?from=-1, from",
        "consistency?from=2&to=1, from",
        "consistency?from=1&to=999999999, to",
        "consistency?from=1.5, from"
    })
    void whatTheTreeDoesNotHaveIsNotProven(String query, String field) throws IOException {
        covering(positionOf(workspace));
        HttpResponse<String> answer = admin.get("/admin/v1/audit/proofs/" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo("INVALID_PARAMETER");
        assertThat(Admin.json(answer).at("/errors/0/field").stringValue()).isEqualTo(field);
    }

    @Test
    void anAuditorHasTheLedgerVerified() throws IOException {
        covering(positionOf(workspace));

        HttpResponse<String> started = admin.post(VERIFICATIONS, "");
        JsonNode result =
                await().until(
                                () -> json(VERIFICATIONS),
                                it -> !it.get("status").stringValue().equals("running"));

        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        assertThat(result.get("status").stringValue()).as(result.toString()).isEqualTo("sound");
        assertThat(result.get("checked")).isEqualTo(result.get("size"));
        assertThat(result.get("startedBy").stringValue()).startsWith("key:");
    }
}
