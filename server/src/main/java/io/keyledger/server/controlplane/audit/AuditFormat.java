package io.keyledger.server.controlplane.audit;

import io.keyledger.query.audittrail.AuditEntry;
import tools.jackson.databind.json.JsonMapper;

/** How entries are written into a file, one after the other. */
public enum AuditFormat {
    NDJSON("application/x-ndjson", "ndjson", "") {
        @Override
        String line(AuditEntry entry, JsonMapper json) {
            return json.writeValueAsString(AuditAnswer.of(entry)) + "\n";
        }
    },
    CSV(
            "text/csv;charset=UTF-8;header=present",
            "csv",
            Csv.line(
                    "position",
                    "id",
                    "at",
                    "what",
                    "event",
                    "hub",
                    "workspace",
                    "credential",
                    "app",
                    "account",
                    "actor",
                    "onBehalfOf",
                    "from",
                    "why",
                    "correlationId",
                    "causationId",
                    "changes")) {
        @Override
        String line(AuditEntry entry, JsonMapper json) {
            AuditAnswer it = AuditAnswer.of(entry);
            return Csv.line(
                    it.position(),
                    it.id(),
                    it.at(),
                    it.what(),
                    it.event(),
                    it.hub(),
                    it.workspace(),
                    it.credential(),
                    it.app(),
                    it.account(),
                    it.actor(),
                    it.onBehalfOf(),
                    it.from(),
                    it.why(),
                    it.correlationId(),
                    it.causationId(),
                    json.writeValueAsString(it.changes()));
        }
    };

    private final String mediaType;
    private final String extension;
    private final String head;

    AuditFormat(String mediaType, String extension, String head) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.head = head;
    }

    String mediaType() {
        return mediaType;
    }

    /** Of a file in this format, without a dot. */
    public String extension() {
        return extension;
    }

    /** What stands before the first entry. */
    String head() {
        return head;
    }

    abstract String line(AuditEntry entry, JsonMapper json);
}
