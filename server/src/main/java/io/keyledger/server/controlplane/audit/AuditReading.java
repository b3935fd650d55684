package io.keyledger.server.controlplane.audit;

import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.Listing;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /admin/v1/audit/events}: what happened, newest first; a page of it as JSON, all of it
 * as lines of JSON or as CSV.
 */
@RestController
@Tag(name = "Audit")
final class AuditReading {

    private static final String PATH = "/admin/v1/audit/events";

    private final AuditTrail trail;
    private final Freshness freshness;
    private final AuditExport export;

    AuditReading(AuditTrail trail, Freshness freshness, AuditExport export) {
        this.trail = trail;
        this.freshness = freshness;
        this.export = export;
    }

    @Operation(
            operationId = "searchAuditEvents",
            summary = "Search what happened, newest first",
            description =
                    "Everything that is given has to be met. As `application/x-ndjson` or `text/csv`"
                            + " the answer holds all that is found, behind the cursor if there is one,"
                            + " without a limit.")
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Listing<AuditAnswer> page(
            @ParameterObject @ModelAttribute AuditQuestion question,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        freshness.await(AuditTrail.GROUP);
        return Listing.of(
                trail.search(question.search(), Listing.cursor(cursor), Listing.limit(limit)),
                AuditAnswer::of);
    }

    @Hidden
    @GetMapping(path = PATH, produces = "application/x-ndjson")
    void lines(
            @ParameterObject @ModelAttribute AuditQuestion question,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletResponse response) {
        write(question, cursor, AuditFormat.NDJSON, response);
    }

    @Hidden
    @GetMapping(path = PATH, produces = "text/csv")
    void csv(
            @ParameterObject @ModelAttribute AuditQuestion question,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletResponse response) {
        write(question, cursor, AuditFormat.CSV, response);
    }

    private void write(
            AuditQuestion question,
            @Nullable String cursor,
            AuditFormat format,
            HttpServletResponse response) {
        export.write(question.search(), Listing.cursor(cursor), format, response);
    }
}
