package io.keyledger.resourceserver.remote;

import io.keyledger.resourceserver.judge.QuestionRefusedException;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the data plane on connections that are kept alive. Whatever is not a plain answer, in time,
 * is an unknown truth.
 */
public final class DataPlaneClient {

    private static final Logger LOG = LoggerFactory.getLogger(DataPlaneClient.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LOG_EVERY_NANOS = 10_000_000_000L;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final HttpClient http;
    private final String url;
    private final Supplier<String> key;
    private final Duration patience;
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - LOG_EVERY_NANOS);

    /**
     * @param url of the data plane, without a slash at the end
     * @param key a Keyledger key with the scope {@code verify}; asked for with each call
     * @param patience how long one answer may take
     */
    public DataPlaneClient(HttpClient http, URI url, Supplier<String> key, Duration patience) {
        this.http = http;
        this.url = url.toString().replaceFirst("/+$", "");
        this.key = key;
        this.patience = patience;
    }

    /** A client with connections of its own. */
    public static HttpClient connections(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    /**
     * The answer to a question.
     *
     * @throws QuestionRefusedException when the question itself was not accepted
     * @throws TruthUnknownException when there is no answer
     */
    public JsonNode post(String path, JsonNode question) {
        return post(path, question, patience);
    }

    /** The answer to a question that may take longer than others. */
    public JsonNode post(String path, JsonNode question, Duration patience) {
        byte[] body = JSON.writeValueAsBytes(question);
        return answer(
                request(path, patience)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /** What stands at a path. */
    public JsonNode get(String path) {
        return answer(request(path, patience).GET().build());
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + key.get());
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() == BAD_REQUEST) {
            throw new QuestionRefusedException();
        }
        if (response.statusCode() != OK) {
            throw unknown(request, "answered " + response.statusCode(), null);
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw unknown(request, "answered what is not JSON", e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return sendOnLiveConnection(request);
        } catch (IOException e) {
            throw unknown(request, "cannot be reached (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TruthUnknownException("interrupted while the data plane was asked", e);
        }
    }

    /** A kept connection may have been closed by the other side meanwhile: then once more. */
    private HttpResponse<byte[]> sendOnLiveConnection(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException _) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    /** Logs at most now and then: during an outage each request comes here. */
    private TruthUnknownException unknown(
            HttpRequest request, String what, @Nullable Throwable cause) {
        String message = "The data plane at " + request.uri() + " " + what;
        long now = System.nanoTime();
        long last = lastLogged.get();
        if (now - last >= LOG_EVERY_NANOS && lastLogged.compareAndSet(last, now)) {
            LOG.warn("{}. Requests are answered 503.", message);
        }
        return new TruthUnknownException(message, cause);
    }
}
