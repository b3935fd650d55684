package io.keyledger.resourceserver.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The example application on a free port. */
public final class RunningApp implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningApp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Serves acme, plain and guarded at their own base paths. */
    public static RunningApp start(URI dataPlane, String... more) {
        List<String> properties =
                new ArrayList<>(
                        List.of(
                                "keyledger.resource-server.url=" + dataPlane,
                                "keyledger.resource-server.key=" + StubDataPlane.KEY,
                                "keyledger.resource-server.hubs.acme.base-path=/acme",
                                "keyledger.resource-server.hubs.plain.base-path=/plain",
                                "keyledger.resource-server.hubs.guarded.base-path=/guarded",
                                "keyledger.resource-server.open-paths=/acme/health",
                                "keyledger.resource-server.request-timeout=500ms"));
        properties.addAll(List.of(more));
        return new RunningApp(boot(properties));
    }

    public static ConfigurableApplicationContext boot(List<String> properties) {
        List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off"));
        all.addAll(properties);
        all.add(
                "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
        return new SpringApplicationBuilder(ExampleApp.class)
                .properties(all.toArray(String[]::new))
                .run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> getAs(String token, String path) {
        return get(path, "Authorization", "Bearer " + token);
    }

    public HttpResponse<String> postAs(String token, String path, String json) {
        return send(
                request(
                                path,
                                "Authorization",
                                "Bearer " + token,
                                "Content-Type",
                                "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
