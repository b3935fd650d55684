package io.keyledger.server.web;

import io.keyledger.server.problem.BodyTooLargeException;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses bodies larger than any call takes, whether they say their length or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;

    /** A profile has a line for each route of a whole API. */
    static final int PROFILE_LIMIT = 1024 * 1024;

    private static final String CONSOLE = "/console/";
    private static final Pattern PROFILE = Pattern.compile("/admin/v1/hubs/[^/]+/profile");

    private final JsonMapper mapper;

    BodyLimitFilter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request);
        if (request.getContentLengthLong() > limit && !isUpload(request)) {
            refuse(response);
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static int limit(HttpServletRequest request) {
        return PROFILE.matcher(request.getRequestURI()).matches() ? PROFILE_LIMIT : LIMIT;
    }

    /**
     * A person who has chosen a file gets a page; its size is bounded by {@code
     * spring.servlet.multipart}, beyond which nothing is read.
     */
    private static boolean isUpload(HttpServletRequest request) {
        return request.getRequestURI().startsWith(CONSOLE)
                && Objects.requireNonNullElse(request.getContentType(), "")
                        .startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(ProblemCode.TOO_LARGE.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        mapper.writeValue(response.getOutputStream(), Problems.of(ProblemCode.TOO_LARGE));
    }

    /** A request whose body ends with an error at the limit. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final int limit;

        Limited(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    /** Counts what is read. */
    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private int left;

        LimitedStream(ServletInputStream stream, int limit) {
            this.stream = stream;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = stream.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLargeException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
