package io.keyledger.resourceserver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.resourceserver.examples.ExampleHubs;
import io.keyledger.resourceserver.examples.RunningApp;
import io.keyledger.resourceserver.examples.StubDataPlane;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A hub that is served over HTTPS only (checklist HD-06). The service stands behind a proxy of this
 * machine, whom it believes who asks and how.
 */
class HttpsOnlyTest {

    private static final String FAR_AWAY = "192.0.2.7";
    private static final String PARTS = "/guarded/v1/parts";

    private static StubDataPlane plane;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        plane = StubDataPlane.start();
        plane.publish(ExampleHubs.acme(1));
        plane.publish(ExampleHubs.guarded());
        plane.know("reader", "guarded", "parts:read");
        plane.know("careless", "acme", "parts:read");
        app = behindAProxy(plane);
        await().until(() -> get(app, PARTS, "reader", FAR_AWAY, "http").statusCode() != 503);
    }

    @AfterAll
    static void stop() {
        app.close();
        plane.close();
    }

    private static RunningApp behindAProxy(StubDataPlane plane) {
        return RunningApp.start(plane.url(), "server.forward-headers-strategy=native");
    }

    @Test
    void plainHttpIsRefusedAndNotRedirectedBeforeItsCredentialIsLookedAt() {
        int asked = plane.asked().size();

        HttpResponse<String> answer = get(app, PARTS, "reader", FAR_AWAY, "http");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"code\":\"use-https\"}");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(plane.asked()).hasSize(asked);
    }

    @Test
    void httpsIsServed() {
        assertThat(get(app, PARTS, "reader", FAR_AWAY, "https").statusCode()).isEqualTo(200);
    }

    @Test
    void whatHasNotLeftTheMachineIsServed() {
        assertThat(app.getAs("reader", PARTS).statusCode()).isEqualTo(200);
    }

    @Test
    void hubThatDoesNotMindIsServedOverEither() {
        assertThat(get(app, "/acme/v1/parts", "careless", FAR_AWAY, "http").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whileNobodyKnowsWhetherTheHubMindsNothingIsServed() {
        try (StubDataPlane silent = StubDataPlane.start();
                RunningApp early = behindAProxy(silent)) {
            assertThat(get(early, PARTS, "reader", FAR_AWAY, "http").statusCode()).isEqualTo(503);
            assertThat(silent.asked()).isEmpty();
        }
    }

    private static HttpResponse<String> get(
            RunningApp app, String path, String token, String address, String scheme) {
        return app.get(
                path,
                "Authorization",
                "Bearer " + token,
                "X-Forwarded-For",
                address,
                "X-Forwarded-Proto",
                scheme);
    }
}
