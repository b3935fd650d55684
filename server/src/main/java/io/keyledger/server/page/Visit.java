package io.keyledger.server.page;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.ledger.Origin;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.oauth.hub.OAuthHub;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A request by somebody's browser to a page of a hub. */
public final class Visit {

    private final OAuthHub hub;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final BrowserSession session;

    Visit(
            OAuthHub hub,
            HttpServletRequest request,
            HttpServletResponse response,
            BrowserSession session) {
        this.hub = hub;
        this.request = request;
        this.response = response;
        this.session = session;
    }

    public OAuthHub hub() {
        return hub;
    }

    /** Who is signed in; nothing when nobody is. */
    public Optional<Person> person() {
        return session.person();
    }

    /** The query as it was sent; empty when there was none. */
    public String query() {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    /** The address that the request came from. */
    public String source() {
        return request.getRemoteAddr();
    }

    /** The value of a cookie that is not the session's. */
    public Optional<String> cookie(String name) {
        return Cookies.read(request, name);
    }

    /** Has the browser take a cookie. */
    public void setCookie(String cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }

    /** Says when to come back. */
    public void askBackAfter(Duration time) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(time.toSeconds() + 1));
    }

    /** From now on the browser holds another secret: that of a session, or a fresh one. */
    public void hold(String newSecret) {
        session.hold(newSecret);
    }

    /** The origin of what the person changes. */
    public Origin origin(AccountId account) {
        return new Origin(
                "account:" + account.value(), null, source(), CorrelationId.current(), null);
    }

    /** What every page shows, or sends along with its forms. */
    Map<String, Object> surroundings() {
        return Map.of("hub", hub.profile().title(), "csrf", session.csrf());
    }

    boolean sent(Form form) {
        return session.sent(form);
    }
}
