package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.AppSide.json;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who present the same code or refresh token at the same time. */
@ExtendWith(WiredServer.class)
class ExchangeRacesTest {

    private final OAuthWorld world;

    ExchangeRacesTest(OAuthWorld world) {
        this.world = world;
    }

    /** Checklist CC-01 and CC-02: one wins; and as the others were seen, it loses what it won. */
    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32})
    void aCodeIsRedeemedOnce(int clients) throws Exception {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);

        List<HttpResponse<String>> answers = atOnce(clients, () -> world.as(app).redeem(approval));

        List<HttpResponse<String>> won = succeeded(answers);
        assertThat(won).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(error(answer)).isEqualTo("invalid_grant"));
        String accessToken = json(won.getFirst()).get("access_token").stringValue();
        assertThat(world.verdict(HUBNITY, accessToken)).isEqualTo("REVOKED");
    }

    /** Checklist RR-07: whoever is answered has the same successor. */
    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32})
    void aRefreshTokenHasOneSuccessor(int clients) throws Exception {
        App app = world.publicApp(HUBNITY);
        String refreshToken = world.as(app).tokens().get("refresh_token").stringValue();

        List<HttpResponse<String>> answers =
                atOnce(clients, () -> world.as(app).refresh(refreshToken));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(it -> json(it).get("refresh_token").stringValue()))
                .containsOnly(json(answers.getFirst()).get("refresh_token").stringValue());
        assertThat(answers.stream().map(it -> json(it).get("access_token").stringValue()))
                .containsOnly(json(answers.getFirst()).get("access_token").stringValue());
    }

    private static List<HttpResponse<String>> succeeded(List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    }

    private static <T> List<T> atOnce(int clients, Callable<T> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return call.call();
                        }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
