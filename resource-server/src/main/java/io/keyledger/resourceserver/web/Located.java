package io.keyledger.resourceserver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request in a hub's own terms.
 *
 * @param path below the hub's base path, as the client has written it
 */
record Located(Surface surface, String path) {

    /** A path that no route matches, because software may read it in different ways. */
    private static final String ODD = "//";

    /**
     * Finds the surface that a request is for. A path that the container reads as one below a base
     * path, though it is not written so ({@code /%68ub/…}, {@code /hub;a/…}, {@code //hub/…}), is
     * on that surface too, and matches none of its routes.
     *
     * @return null when it is for none
     */
    static @Nullable Located of(HttpServletRequest request, List<Surface> surfaces) {
        String written = request.getRequestURI().substring(request.getContextPath().length());
        String read = read(request);
        Surface asRead = Surface.holding(read, surfaces);
        Surface asWritten = Surface.holding(written, surfaces);
        if (asRead == null) {
            return asWritten == null ? null : new Located(asWritten, ODD);
        }
        return new Located(asRead, asRead.equals(asWritten) ? asRead.own(written) : ODD);
    }

    /** Decoded and without dots, doubled slashes and parameters. */
    static String read(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
