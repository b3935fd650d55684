package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.dataplane.HttpSocket.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/verify:batch}, sorted by the status it answers with. */
final class BatchVerifyTest {

    private static final String VALID = "{\"token\":\"hbn_valid\"}";
    private static final String UNKNOWN = "{\"token\":\"hbn_unknown\"}";

    private final RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    private Response batch(List<String> questions) throws IOException {
        return plane.post(
                "/v1/verify:batch", "{\"requests\":[" + String.join(",", questions) + "]}");
    }

    private static List<String> codes(Response answer) {
        List<String> codes = new ArrayList<>();
        for (JsonNode verdict : answer.json().path("verdicts")) {
            codes.add(verdict.path("code").asString());
        }
        return codes;
    }

    // 200

    @Test
    void verdictsComeInTheOrderOfTheQuestions() throws IOException {
        Response answer = batch(List.of(VALID, UNKNOWN, VALID));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(codes(answer)).containsExactly("VALID", "NOT_FOUND", "VALID");
    }

    @Test
    void orderHoldsWhenVerdictsAreLookedUp() throws IOException {
        plane.credentials.forgetResidents();

        assertThat(codes(batch(List.of(UNKNOWN, VALID, UNKNOWN, VALID))))
                .containsExactly("NOT_FOUND", "VALID", "NOT_FOUND", "VALID");
    }

    @Test
    void hundredQuestionsAreAnswered() throws IOException {
        assertThat(codes(batch(Collections.nCopies(100, VALID))))
                .hasSize(100)
                .containsOnly("VALID");
    }

    // 400

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | FIELD_MISSING  | requests",
                "{\"requests\":[]}                      | FIELD_INVALID  | requests",
                "{\"requests\":{}}                      | FIELD_INVALID  | requests",
                "{\"requests\":[7]}                     | FIELD_INVALID  | requests[0]",
                "{\"requests\":[{}]}                    | FIELD_MISSING  | requests[0].token",
                "{\"requests\":[{\"token\":\"t\",\"cost\":-1}]} | FIELD_INVALID | requests[0].cost",
                "{\"requests\":[],\"requests\":[]}      | FIELD_INVALID  | requests",
            })
    void badBatchIsRefusedAndTheFieldNamed(String json, String code, String field)
            throws IOException {
        Response answer = plane.post("/v1/verify:batch", json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("errors").propertyNames()).containsExactly(field);
    }

    @Test
    void oneBadQuestionRefusesAllBeforeAnythingIsSpent() throws IOException {
        Response answer = batch(List.of(VALID, "{\"token\":\"t\",\"hub\":1}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(plane.credentials.asked()).hasSize(1).allMatch(r -> "keyledger".equals(r.hub()));
    }

    // 401

    @Test
    void callerNeedsACredential() throws IOException {
        assertThat(plane.send("POST /v1/verify:batch HTTP/1.1", "Host: k").status()).isEqualTo(401);
    }

    // 413, 422

    @Test
    void moreThanAHundredQuestionsAreRefused() throws IOException {
        Response answer = batch(Collections.nCopies(101, VALID));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("BATCH_TOO_LARGE");
    }

    @Test
    void bodyMayBeLargerThanThatOfASingleQuestionButNotEndless() throws IOException {
        String blank = " ".repeat(200_000);
        assertThat(
                        plane.post(
                                        "/v1/verify:batch",
                                        "{\"requests\":[" + VALID + "]" + blank + "}")
                                .status())
                .isEqualTo(200);
        assertThat(plane.post("/v1/verify:batch", blank + blank).status()).isEqualTo(413);
    }

    // 503

    @Test
    void unknownTruthOfOneLeavesAllUnanswered() throws IOException {
        plane.credentials.loseTheTruth();

        assertThat(batch(List.of(VALID, UNKNOWN)).status()).isEqualTo(503);
    }
}
