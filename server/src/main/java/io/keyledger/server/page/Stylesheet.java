package io.keyledger.server.page;

import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** The one stylesheet of all pages, beside them. */
final class Stylesheet implements HubEndpoint {

    private final Asset asset = Asset.of("static/keyledger.css");

    /** Relative to the pages. */
    String name() {
        return asset.name();
    }

    @Override
    public boolean isAt(OAuthHub hub, String path) {
        return path.equals(hub.besideAuthorize(name()));
    }

    @Override
    public void answer(OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(asset.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, Asset.CACHING);
        response.getOutputStream().write(asset.content());
    }
}
