package io.keyledger.resourceserver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What of an application is protected, and how.
 *
 * @param surfaces where the hubs' APIs stand
 * @param openPaths what is open though it is on a surface
 * @param routeTable whether the hub's route table is asked; else only annotations open a handler
 */
public record Protection(List<Surface> surfaces, List<PathPattern> openPaths, boolean routeTable) {

    public Protection {
        surfaces = List.copyOf(surfaces);
        openPaths = List.copyOf(openPaths);
    }

    public static Protection of(
            List<Surface> surfaces, List<String> openPaths, boolean routeTable) {
        return new Protection(
                surfaces,
                openPaths.stream().map(PathPatternParser.defaultInstance::parse).toList(),
                routeTable);
    }

    /** Null when the request is on no surface, or on an open path. */
    @Nullable Located locate(HttpServletRequest request) {
        Located located = Located.of(request, surfaces);
        return located == null || isOpen(request) ? null : located;
    }

    /** Only what is written plainly is open: nobody can mean something else by it. */
    private boolean isOpen(HttpServletRequest request) {
        String written = request.getRequestURI().substring(request.getContextPath().length());
        return written.equals(Located.read(request)) && isOpen(written);
    }

    /** Whether a path of this application, as MVC has it, is on a surface. */
    @Nullable Surface surfaceOf(String path) {
        return Surface.holding(path, surfaces);
    }

    /** Whether a credential is asked for wherever this pattern leads. */
    public boolean protects(String pattern) {
        return surfaceOf(pattern) != null && !isOpen(pattern);
    }

    boolean isOpen(String path) {
        return openPaths.stream().anyMatch(it -> it.matches(PathContainer.parsePath(path)));
    }
}
