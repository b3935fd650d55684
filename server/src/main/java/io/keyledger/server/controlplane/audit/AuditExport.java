package io.keyledger.server.controlplane.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.query.audittrail.AuditSearch;
import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.paging.Cursor;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.problem.BrokenOff;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything that a search finds, however much it is: never more than a part of it is in
 * memory. Whoever gets the end of the answer has got all of it.
 */
@Component
public class AuditExport {

    private final AuditTrail trail;
    private final Freshness freshness;
    private final JsonMapper json;

    AuditExport(AuditTrail trail, Freshness freshness, JsonMapper json) {
        this.trail = trail;
        this.freshness = freshness;
        this.json = json;
    }

    /** Writes the entries behind a cursor. */
    public void write(
            AuditSearch search, Cursor after, AuditFormat format, HttpServletResponse response) {
        freshness.await(AuditTrail.GROUP);
        response.setContentType(format.mediaType());
        try {
            Writer out =
                    new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
            out.write(format.head());
            trail.each(search, after, entry -> write(out, format.line(entry, json)));
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw brokenOff(response, e);
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As long as nothing has left the house, whoever asked can be told what is the matter. */
    private static RuntimeException brokenOff(HttpServletResponse response, Exception cause) {
        if (response.isCommitted() || !(cause instanceof RuntimeException problem)) {
            return new BrokenOff(cause);
        }
        response.resetBuffer();
        return problem;
    }
}
