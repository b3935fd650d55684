package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What answers to API clients must look like. */
final class Answers {

    private Answers() {}

    static String header(HttpResponse<?> answer, String name) {
        List<String> values = answer.headers().allValues(name);
        assertThat(values).as(name + " of " + answer.headers().map()).hasSize(1);
        return values.getFirst();
    }

    static Optional<String> headerIfAny(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name);
    }

    /** The whole body, member by member; nothing more and nothing less. */
    static void assertRefusal(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(answer.body()))
                .isEqualTo(JsonMapper.shared().readTree(body));
        boolean challenged = headerIfAny(answer, "WWW-Authenticate").isPresent();
        assertThat(status != 401 || challenged).as("every 401 has a challenge").isTrue();
        assertThat(headerIfAny(answer, "Retry-After").isPresent())
                .as("only those who may come back are told when")
                .isEqualTo(status == 429);
    }

    static void assertAdmitted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
