package io.keyledger.server.console.access;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.page.BrowserSession;
import io.keyledger.server.page.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request to a page of the console, whoever makes it.
 *
 * @param hub whose people are at home there
 * @param form what was sent; null when nothing was
 */
public record ConsoleVisit(
        HubProfile hub, BrowserSession session, @Nullable Form form, HttpServletRequest request) {

    private static final String ATTRIBUTE = ConsoleVisit.class.getName();

    /** Remembers it for the rest of the request. */
    public void attach() {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The one that was remembered; null for a page that is no hub's. */
    public static @Nullable ConsoleVisit of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ConsoleVisit visit ? visit : null;
    }

    /** The address that the request came from. */
    public String source() {
        return request.getRemoteAddr();
    }
}
