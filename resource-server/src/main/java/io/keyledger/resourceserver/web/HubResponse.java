package io.keyledger.resourceserver.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response whose errors are told in the hub's words, not on the container's error page. */
final class HubResponse extends HttpServletResponseWrapper {

    private final HttpServletResponse response;
    private final String hub;
    private final HubWords words;

    HubResponse(HttpServletResponse response, String hub, HubWords words) {
        super(response);
        this.response = response;
        this.hub = hub;
        this.words = words;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /** The message is for the log of whoever sent it; clients get the hub's own. */
    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (response.isCommitted()) {
            throw new IllegalStateException("the response is committed");
        }
        response.resetBuffer();
        words.refuse(response, hub, Statuses.refusal(status));
    }
}
