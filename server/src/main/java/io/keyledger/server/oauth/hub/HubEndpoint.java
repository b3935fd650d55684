package io.keyledger.server.oauth.hub;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Something that stands below the base path of every hub that speaks OAuth. Each bean of this type
 * is found for the hubs as they are published at that moment.
 */
public interface HubEndpoint {

    /**
     * Whether it stands there.
     *
     * @param path below the hub's base path, as it was sent
     */
    boolean isAt(OAuthHub hub, String path);

    /** Answers a request of any method. */
    void answer(OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException;
}
