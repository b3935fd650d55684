package io.keyledger.server.system;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account and a browser, as far as a browser is needed: it keeps cookies, follows
 * redirects, and sends what is in the forms of pages. (A real one walks through in the tests of the
 * pages.)
 */
final class Person {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int REDIRECTS = 12;
    private static final String LOOPBACK = "127.0.0.1";

    private final String account;
    private final String email;
    private final String password;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Person(String account, String email, String password) {
        this.account = account;
        this.email = email;
        this.password = password;
    }

    /** The id of the account. */
    String account() {
        return account;
    }

    /** Goes there, signs in, chooses the workspace if there is a choice, and allows the app. */
    WebPage allow(String url, String workspace) throws IOException {
        return decide(consentPage(url, workspace), "allow");
    }

    /** As above, but says no. */
    WebPage deny(String url, String workspace) throws IOException {
        return decide(consentPage(url, workspace), "deny");
    }

    WebPage consentPage(String url, String workspace) throws IOException {
        WebPage page = afterSignIn(url);
        return page.hasForm("workspace")
                ? page
                : open(
                        page.link(workspace)
                                .orElseThrow(
                                        () -> new AssertionError("no " + workspace + ": " + page)));
    }

    /** Where the person comes to once signed in: to a choice, a question, or back to the app. */
    WebPage afterSignIn(String url) throws IOException {
        WebPage page = open(URI.create(url));
        return page.hasForm("password")
                ? submit(page.form("password").with("email", email).with("password", password))
                : page;
    }

    WebPage decide(WebPage consent, String decision) throws IOException {
        return submit(consent.form("workspace").with("decision", decision));
    }

    WebPage submit(WebPage.WebForm form) throws IOException {
        return follow(form.action(), Queries.write(form.fields()));
    }

    /** Goes there, and on to wherever it leads. */
    WebPage open(URI url) throws IOException {
        return follow(url, null);
    }

    private WebPage follow(URI start, @Nullable String form) throws IOException {
        URI url = start;
        String body = form;
        for (int i = 0; i < REDIRECTS; i++) {
            if (!LOOPBACK.equals(url.getHost())) {
                return WebPage.elsewhere(url);
            }
            HttpResponse<String> answer = send(url, body);
            if (answer.statusCode() / 100 != 3) {
                return new WebPage(url, answer.statusCode(), answer.body());
            }
            url = url.resolve(answer.headers().firstValue("Location").orElseThrow());
            body = null;
        }
        throw new AssertionError("redirected without end, at last to " + url);
    }

    private HttpResponse<String> send(URI url, @Nullable String form) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", url.resolve("/").toString().replaceAll("/$", ""))
                    .POST(BodyPublishers.ofString(form));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Browsers send secure cookies to this very machine without TLS, too. */
    private void keep(String field) {
        for (HttpCookie cookie : HttpCookie.parse(field)) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
