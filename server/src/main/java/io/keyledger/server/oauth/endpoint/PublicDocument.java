package io.keyledger.server.oauth.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthAnswer;
import io.keyledger.server.oauth.message.OAuthRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import net.minidev.json.JSONObject;
import org.springframework.http.HttpHeaders;

/** A document of a hub that anybody may read, from any origin. */
public final class PublicDocument implements HubEndpoint {

    private static final String METHODS = "GET, HEAD";

    private final String path;
    private final String type;
    private final Function<OAuthHub, JSONObject> content;

    /**
     * @param path below the hub's base path
     */
    public PublicDocument(String path, String type, Function<OAuthHub, JSONObject> content) {
        this.path = path;
        this.type = type;
        this.content = content;
    }

    @Override
    public boolean isAt(OAuthHub hub, String asked) {
        return path.equals(asked);
    }

    @Override
    public void answer(OAuthHub hub, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (CrossOrigin.preflight(METHODS, request, response)) {
            return;
        }
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            OAuthAnswer.of(OAuthRefusal.method(METHODS)).write(response);
            return;
        }
        write(content.apply(hub).toJSONString().getBytes(UTF_8), response);
    }

    private void write(byte[] bytes, HttpServletResponse response) throws IOException {
        CrossOrigin.open(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
