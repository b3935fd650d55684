package io.keyledger.server.page;

import io.keyledger.api.hub.HubId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a browser holds at a hub, and who is signed in by it. For one request. */
public final class BrowserSession {

    private final HubId hub;
    private final HttpServletResponse response;
    private final Supplier<Optional<Person>> finding;
    private @Nullable Person person;
    private boolean looked;
    private String secret;

    BrowserSession(
            HubId hub,
            HttpServletResponse response,
            String secret,
            Supplier<Optional<Person>> finding) {
        this.hub = hub;
        this.response = response;
        this.secret = secret;
        this.finding = finding;
    }

    /** Who is signed in; nothing when nobody is. */
    public Optional<Person> person() {
        if (!looked) {
            person = finding.get().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(person);
    }

    /** From now on the browser holds another secret: that of a session, or a fresh one. */
    public void hold(String newSecret) {
        secret = newSecret;
        response.addHeader(HttpHeaders.SET_COOKIE, Cookies.set(hub.value(), newSecret));
    }

    /** What the browser holds; for sealing answers, never for storing. */
    public String secret() {
        return secret;
    }

    /** What every form carries along. */
    public String csrf() {
        return CsrfToken.of(secret);
    }

    /** Whether a form comes from a page of this session. */
    public boolean sent(Form form) {
        return CsrfToken.isOf(secret, form.value(CsrfToken.FIELD));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "BrowserSession[" + hub + "]";
    }
}
