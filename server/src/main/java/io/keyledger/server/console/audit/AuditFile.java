package io.keyledger.server.console.audit;

import io.keyledger.query.audittrail.AuditSearch;
import io.keyledger.query.paging.Cursor;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.controlplane.audit.AuditExport;
import io.keyledger.server.controlplane.audit.AuditFormat;
import io.keyledger.server.node.OnCommandNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Everything that a search finds, as a file to keep. */
@Component
@OnCommandNode
class AuditFile {

    private final AuditExport export;

    AuditFile(AuditExport export) {
        this.export = export;
    }

    void send(AuditSearch search, String extension, HttpServletResponse response) {
        AuditFormat format =
                Arrays.stream(AuditFormat.values())
                        .filter(it -> it.extension().equals(extension))
                        .findFirst()
                        .orElseThrow(Absent::page);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"keyledger-audit." + extension + "\"");
        export.write(search, Cursor.START, format, response);
    }
}
