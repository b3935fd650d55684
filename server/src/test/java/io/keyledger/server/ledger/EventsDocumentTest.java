package io.keyledger.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.ledger.EventName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of all events is made from what is stored, and cannot be out of date. */
class EventsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/events.md");

    private static final String HEAD =
            """
            # Events

            Everything that the ledger can hold, each in its newest revision as it is stored. Identifiers are of the form that
            they have; digests are HMAC-SHA-256 in hexadecimal. No event holds a secret. Older revisions are read as the newest
            one. Beside each event stand its position, its instant, the aggregate with its sequence number, and as metadata the
            actor, whom it acted for, the source address, the reason, and the correlation and causation ids.

            This page is made from the code: `./mvnw test -pl server -am -Dtest=EventsDocumentTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dkeyledger.write-documents=true`.
            """;

    @Test
    void theReferenceOfEventsIsWhatIsStored() throws IOException {
        String events =
                EventCatalog.types().stream()
                        .map(type -> EventCatalog.nameOf(type).orElseThrow())
                        .map(EventsDocumentTest::section)
                        .collect(Collectors.joining());
        String document = HEAD + events;

        if (Boolean.getBoolean("keyledger.write-documents")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    private static String section(EventName name) {
        return """

        ## %s

        Revision %d.

        ```json
        %s
        ```
        """
                .formatted(
                        name.name(),
                        name.revision(),
                        new GoldenFile(name.name(), name.revision()).text().strip());
    }
}
