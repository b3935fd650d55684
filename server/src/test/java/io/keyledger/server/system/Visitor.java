package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A browser, as far as HTTP shows it: keeps cookies, and sends a form as its page has it. It
 * follows nothing by itself, so that each answer can be looked at.
 */
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern FORM =
            Pattern.compile(
                    "<form[^>]* method=\"post\" action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);

    private static final Pattern MAIN_FORM =
            Pattern.compile(
                    "<form[^>]* method=\"post\"(?: action=\"([^\"]*)\")?.*?</form>",
                    Pattern.DOTALL);

    private final HttpClient client;
    private final Map<String, String> cookies = new TreeMap<>();

    private Visitor(HttpClient client) {
        this.client = client;
    }

    static Visitor anywhere() {
        return from("127.0.0.1");
    }

    /** With an address of its own. */
    static Visitor from(String address) {
        try {
            return new Visitor(
                    HttpClient.newBuilder()
                            .localAddress(InetAddress.getByName(address))
                            .connectTimeout(Duration.ofSeconds(5))
                            .build());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What it holds of this name. */
    String cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    boolean holds(String name) {
        return cookies.containsKey(name);
    }

    /** Somebody has put this there. */
    void plant(String name, String value) {
        cookies.put(name, value);
    }

    HttpResponse<String> open(String url, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Goes where an answer sends it. */
    HttpResponse<String> follow(HttpResponse<String> answer) throws IOException {
        return open(target(answer));
    }

    /** Goes where answers send it, until one is a page. */
    HttpResponse<String> arrive(HttpResponse<String> answer) throws IOException {
        HttpResponse<String> now = answer;
        while (now.statusCode() == 303) {
            now = follow(now);
        }
        return now;
    }

    /** Where an answer sends the browser. */
    static String target(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    /** Sends the form that a page has beside its frame: the first one in its main element. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException {
        String main = page.body().substring(page.body().indexOf("<main"));
        Matcher form = MAIN_FORM.matcher(main);
        if (!form.find()) {
            throw new IllegalStateException("no form in " + main);
        }
        Map<String, String> all = new TreeMap<>(hidden(form.group()));
        all.putAll(fields);
        String action = Objects.requireNonNullElse(form.group(1), page.uri().toString());
        return post(page.uri().resolve(HtmlUtils.htmlUnescape(action)).toString(), all);
    }

    /** Sends the form of a page whose target starts so, its hidden fields and these. */
    HttpResponse<String> submit(
            HttpResponse<String> page, String action, Map<String, String> fields)
            throws IOException {
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            String target = HtmlUtils.htmlUnescape(form.group(1));
            if (target.startsWith(action)) {
                Map<String, String> all = new TreeMap<>(hidden(form.group()));
                all.putAll(fields);
                return post(page.uri().resolve(target).toString(), all);
            }
        }
        throw new IllegalStateException("no form for " + action + " in " + page.body());
    }

    HttpResponse<String> post(String url, Map<String, String> fields, String... headers)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends the main form of a page with a file, as a browser does with one that takes files. */
    HttpResponse<String> upload(
            HttpResponse<String> page, Map<String, String> fields, String field, byte[] file)
            throws IOException {
        String main = page.body().substring(page.body().indexOf("<main"));
        Map<String, String> all = new TreeMap<>(hidden(main));
        all.putAll(fields);
        String boundary = "----" + System.nanoTime();
        return send(
                HttpRequest.newBuilder(page.uri())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                BodyPublishers.ofByteArrays(
                                        Multipart.of(boundary, all, field, file))));
    }

    static Map<String, String> hidden(String html) {
        Map<String, String> fields = new TreeMap<>();
        Matcher input = HIDDEN.matcher(html);
        while (input.find()) {
            fields.put(input.group(1), HtmlUtils.htmlUnescape(input.group(2)));
        }
        return fields;
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.timeout(Duration.ofSeconds(30)).build(),
                            BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";", 2);
        String[] pair = parts[0].split("=", 2);
        if (parts[1].contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
