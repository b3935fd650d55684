package io.keyledger.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Tells what was refused before it reached an endpoint, such as a path that could be read twice.
 */
@Controller
final class UnroutedErrors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> tell(HttpServletRequest request) {
        ProblemCode code =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? ProblemCode.ofStatus(status)
                        : ProblemCode.NOT_FOUND;
        ProblemDetail problem = Problems.of(code);
        problem.setInstance(asked(request));
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What was asked for, not the path of this method; nothing when it is no URI. */
    private static @Nullable URI asked(HttpServletRequest request) {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            return uri == null ? null : new URI(uri.toString());
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
