package io.keyledger.server.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Tells what Tomcat refuses by itself, such as a header that is too large, as a problem too. */
final class UnparsedErrors extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(UnparsedErrors.class);

    private final JsonMapper mapper;

    UnparsedErrors(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            write(response, ProblemCode.ofStatus(response.getStatus()));
        } catch (IOException gone) {
            log.debug("an error could not be told", gone);
        }
    }

    private void write(Response response, ProblemCode code) throws IOException {
        response.setStatus(code.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(mapper.writeValueAsBytes(Problems.of(code)));
        response.finishResponse();
    }
}
