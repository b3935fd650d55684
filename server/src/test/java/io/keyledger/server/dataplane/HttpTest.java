package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.dataplane.HttpSocket.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every path has in common: framing, limits, order, patience. */
final class HttpTest {

    private static final String QUESTION = "{\"token\":\"hbn_valid\"}";
    private static final String POST = RunningDataPlane.postRequest("/v1/verify", QUESTION);

    private RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    // connections

    @Test
    void pipelinedRequestsAreAnsweredInOrderWhicheverVerdictIsThereFirst() throws Exception {
        plane.credentials.addHubnityKey("hbn_a", "read:members");
        plane.credentials.addHubnityKey("hbn_b", "read:members");
        plane.credentials.holdBack();
        try (HttpSocket socket = plane.connect()) {
            socket.sendRaw(
                    RunningDataPlane.postRequest("/v1/verify", "{\"token\":\"hbn_a\"}")
                            + RunningDataPlane.postRequest("/v1/verify", "{\"token\":\"hbn_b\"}")
                            + "GET /healthz HTTP/1.1\r\nHost: k\r\n\r\n");
            Awaitility.await().until(() -> plane.credentials.held() == 2);
            plane.credentials.release(1);
            plane.credentials.release(0);

            List<String> credentials = new ArrayList<>();
            credentials.add(socket.receive().json().path("credential").asString());
            credentials.add(socket.receive().json().path("credential").asString());
            assertThat(credentials).doesNotHaveDuplicates().isSorted();
            assertThat(socket.receive().json().path("status").asString()).isEqualTo("ready");
        }
    }

    @Test
    void thousandPipelinedRequestsAreAllAnswered() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            for (int i = 0; i < 1_000; i++) {
                                socket.sendRaw(POST);
                            }
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
            for (int i = 0; i < 1_000; i++) {
                assertThat(socket.receive().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void connectionOfHttp10EndsWithTheAnswerUnlessAskedToStay() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.send("GET /healthz HTTP/1.0", "Connection: keep-alive");
            assertThat(socket.receive().field("Connection")).isEqualTo("keep-alive");
            socket.send("GET /healthz HTTP/1.0");
            assertThat(socket.receive().field("Connection")).isEqualTo("close");
            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void connectionEndsWhenItsClientSaysSo() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.send("GET /healthz HTTP/1.1", "Host: k", "Connection: close");
            assertThat(socket.receive().field("Connection")).isEqualTo("close");
            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void clientThatWaitsForAGoAheadGetsIt() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            String head = POST.substring(0, POST.indexOf("\r\n\r\n"));
            socket.sendRaw(head + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(socket.receive().status()).isEqualTo(100);
            socket.sendRaw(QUESTION);
            assertThat(socket.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void furtherConnectionIsTurnedAway() throws IOException {
        restart(2, Duration.ofSeconds(5));
        try (HttpSocket one = plane.connect();
                HttpSocket two = plane.connect()) {
            one.sendRaw(POST);
            two.sendRaw(POST);
            assertThat(one.receive().status()).isEqualTo(200);
            assertThat(two.receive().status()).isEqualTo(200);
            try (HttpSocket three = plane.connect()) {
                Response answer = three.receive();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("TOO_MANY_CONNECTIONS");
                assertThat(three.isEnded()).isTrue();
            }
        }
        Awaitility.await().until(() -> plane.verify(QUESTION).status() == 200);
    }

    // patience

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P",
                "POST /v1/verify HTTP/1.1\r\n",
                "POST /v1/verify HTTP/1.1\r\nHost: k\r\nContent-Length: 9\r\n\r\n",
                "POST /v1/verify HTTP/1.1\r\nHost: k\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
            })
    void slowRequestIsGivenUpAndADribbleDoesNotExtendIt(String start) throws Exception {
        restart(10, Duration.ofMillis(400));
        try (HttpSocket socket = plane.connect()) {
            socket.sendRaw(start);
            Thread.sleep(200);
            socket.sendRaw("x");
            Response answer = socket.receive();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.code()).isEqualTo("REQUEST_TIMEOUT");
            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void idleConnectionIsClosedWithoutAWord() throws IOException {
        restart(10, Duration.ofMillis(100));
        try (HttpSocket socket = plane.connect()) {
            socket.sendRaw(POST);
            assertThat(socket.receive().status()).isEqualTo(200);
            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void nobodyWaitsForEverForAVerdictThatNeverComes() throws IOException {
        restart(10, Duration.ofMillis(300));
        plane.credentials.holdBack();

        assertThat(plane.verify(QUESTION).status()).isEqualTo(503);
    }

    @Test
    void requestUnderWayIsAnsweredWhenTheServerStops() throws Exception {
        plane.credentials.holdBack();
        try (HttpSocket busy = plane.connect();
                HttpSocket idle = plane.connect()) {
            busy.sendRaw(POST);
            Awaitility.await().until(() -> plane.credentials.held() == 1);
            Thread stopping = Thread.ofVirtual().start(plane.server::stop);
            assertThat(idle.isEnded()).isTrue();
            plane.credentials.release(0);

            Response answer = busy.receive();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("Connection")).isEqualTo("close");
            stopping.join();
            assertThat(plane.server.isRunning()).isFalse();
        }
    }

    // limits and framing

    @Test
    void credentialOfAMegabyteIsRefusedAndTheClientGetsToReadIt() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            socket.sendRaw("POST /v1/verify HTTP/1.1\r\nHost: k\r\n");
                            socket.sendRaw("Authorization: Bearer ");
                            for (int i = 0; i < 1_000; i++) {
                                socket.sendRaw("x".repeat(1_000));
                            }
                        } catch (IOException _) {
                            // The server has had enough.
                        }
                    });
            Response answer = socket.receive();
            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.code()).isEqualTo("HEADERS_TOO_LARGE");
            assertThat(answer.field("Connection")).isEqualTo("close");
        }
        assertThat(plane.credentials.asked()).isEmpty();
    }

    @Test
    void manyHeaderFieldsAreAsTooLargeAsOne() throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET /healthz HTTP/1.1", "Host: k"));
        for (int i = 0; i < 20; i++) {
            lines.add("X-Field-" + i + ": " + "x".repeat(1_000));
        }
        assertThat(plane.send(lines.toArray(String[]::new)).status()).isEqualTo(431);
    }

    @Test
    void longRequestLineIsRefused() throws IOException {
        assertThat(plane.send("GET /" + "x".repeat(8_200) + " HTTP/1.1", "Host: k").status())
                .isEqualTo(414);
    }

    @Test
    void largeBodyIsRefusedWhetherItSaysSoOrNot() throws IOException {
        assertThat(
                        plane.send("POST /v1/verify HTTP/1.1", "Host: k", "Content-Length: 65537")
                                .status())
                .isEqualTo(413);
        try (HttpSocket socket = plane.connect()) {
            socket.send("POST /v1/verify HTTP/1.1", "Host: k", "Transfer-Encoding: chunked");
            socket.sendRaw("10001\r\n" + "x".repeat(0x10001) + "\r\n");
            assertThat(socket.receive().status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3|Transfer-Encoding: chunked",
                "Content-Length: 3|Content-Length: 4",
                "Content-Length: +3",
                "Content-Length: -3",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Bad Name: 1",
                "NoColon",
                "X-Nul: a\u0000b",
            })
    void requestThatOthersMayFrameDifferentlyIsRefusedAndTheConnectionEnds(String fields)
            throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.sendRaw(
                    "POST /v1/verify HTTP/1.1\r\nHost: k\r\n"
                            + fields.replace("|", "\r\n")
                            + "\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: k\r\n\r\n");
            Response answer = socket.receive();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("REQUEST_MALFORMED");
            assertThat(socket.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /healthz HTTP/1.1\nHost: k\n\n",
                "GET /healthz HTTP/1.1\r\nHost: k\n\r\n",
                "GET /healthz HTTP/3.0\r\nHost: k\r\n\r\n",
                "GET /healthz\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
            })
    void whatIsNotHttpIsRefused(String bytes) throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.sendRaw(bytes);
            assertThat(socket.receive().status()).isEqualTo(400);
            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void otherTransferCodingsAreNotUnderstood() throws IOException {
        assertThat(
                        plane.send(
                                        "POST /v1/verify HTTP/1.1",
                                        "Host: k",
                                        "Transfer-Encoding: gzip, chunked")
                                .status())
                .isEqualTo(501);
    }

    @Test
    void otherExpectationsAreNotMet() throws IOException {
        assertThat(plane.send("GET /healthz HTTP/1.1", "Host: k", "Expect: miracles").status())
                .isEqualTo(417);
    }

    // methods and paths

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void otherMethodIsRefusedAndTheRightOneNamed(String method) throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.send(method + " /v1/verify HTTP/1.1", "Host: k");
            Response answer = socket.receive(!method.equals("HEAD"));
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.field("Allow")).isEqualTo("POST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE /v1/forward-auth",
                "TRACE /",
                "BREW /nothing",
                "CONNECT /v1/forward-auth"
            })
    void traceConnectAndUnknownMethodsAreRefusedEverywhere(String start) throws IOException {
        assertThat(plane.send(start + " HTTP/1.1", "Host: k").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/verify/",
                "/v1/verify:many",
                "/V1/verify",
                "/v1/introspect/x",
                "/metrics",
                "/actuator/env",
                "/v1/forward-authority",
                "*",
            })
    void elsewhereIsNothing(String path) throws IOException {
        Response answer = plane.send("POST " + path + " HTTP/1.1", "Host: k");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
        assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void targetMayBeAbsolute() throws IOException {
        assertThat(plane.send("GET http://k:1/healthz HTTP/1.1", "Host: k").status())
                .isEqualTo(200);
    }

    // health, correlation, transport

    @Test
    void healthNamesTheReasonsAgainst() throws IOException {
        plane.reasonsAgainst.add("the lease has run out");

        Response answer = plane.send("GET /healthz HTTP/1.1", "Host: k");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("NOT_READY");
        assertThat(answer.json().path("reasons").path(0).asString())
                .isEqualTo("the lease has run out");
    }

    @Test
    void requestIdIsEchoedWhenItIsPlain() throws IOException {
        assertThat(
                        plane.send("GET /healthz HTTP/1.1", "Host: k", "X-Request-Id: a-1_b.C")
                                .field("X-Request-Id"))
                .isEqualTo("a-1_b.C");
        assertThat(
                        plane.send("GET /healthz HTTP/1.1", "Host: k", "X-Request-Id: <script>")
                                .field("X-Request-Id"))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void everyTransportAnswers(Transport transport) throws IOException {
        try (RunningDataPlane other = RunningDataPlane.start(transport)) {
            assertThat(other.verify(QUESTION).status()).isEqualTo(200);
        }
    }

    private void restart(int maxConnections, Duration requestTimeout) {
        plane.close();
        plane =
                RunningDataPlane.start(
                        RunningDataPlane.properties(maxConnections, requestTimeout, "loopback"));
    }
}
