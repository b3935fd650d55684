package io.keyledger.server.console.key;

import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.controlplane.documentation.DocumentationLinks;
import org.jspecify.annotations.Nullable;

/** The public documentation of a key. */
final class KeyDocumentation {

    private KeyDocumentation() {}

    /** Its link; null when there is nothing to read, or nothing any more. */
    static @Nullable String link(WorkspaceAccess access, KeyView key) {
        return key.revokedAt() == null
                ? DocumentationLinks.url(access.hub().basePath(), key.documentation())
                : null;
    }
}
