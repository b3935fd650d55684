package io.keyledger.resourceserver.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a hub's API stands in this application.
 *
 * @param hub the hub's id
 * @param basePath what comes before the hub's own paths, such as {@code /hubnity}; empty when it
 *     has the whole application
 */
public record Surface(String hub, String basePath) {

    public Surface {
        if (!basePath.isEmpty() && (!basePath.startsWith("/") || basePath.endsWith("/"))) {
            throw new IllegalArgumentException(
                    "a base path starts with a slash and does not end with one: " + basePath);
        }
    }

    /** Whether a path of this application is at or below the base path. */
    boolean holds(String path) {
        return path.startsWith(basePath)
                && (path.length() == basePath.length() || path.charAt(basePath.length()) == '/');
    }

    /** What is left of a path below the base path; the hub's own path. */
    String own(String path) {
        return path.length() == basePath.length() ? "/" : path.substring(basePath.length());
    }

    /** The surface that holds a path; the longest base path decides. */
    static @Nullable Surface holding(String path, List<Surface> surfaces) {
        Surface best = null;
        for (Surface surface : surfaces) {
            if (surface.holds(path)
                    && (best == null || surface.basePath().length() > best.basePath().length())) {
                best = surface;
            }
        }
        return best;
    }
}
