package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.apikey.DocumentationId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the public documentation of keys stands. */
public final class DocumentationLinks {

    static final String FOLDER = "/docs/";

    private DocumentationLinks() {}

    /**
     * The link to give away, on the host that the current request was sent to.
     *
     * @param basePath of the hub
     * @param id null for a key that has no documentation
     */
    public static @Nullable String url(String basePath, @Nullable DocumentationId id) {
        return id == null ? null : origin() + basePath + FOLDER + id.value();
    }

    /** Scheme, host and port as the current request has them. */
    static String origin() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
