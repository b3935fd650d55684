package io.keyledger.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.ledger.EventName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is in the ledger stays readable: a golden file is never edited once it has been released.
 */
class GoldenEventsTest {

    private final LedgerSerializer serializer = new LedgerSerializer();

    static List<Object> examples() {
        return EventExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anEventIsWrittenAsItsGoldenFile(Object event) {
        SerializedObject<String> written = serializer.serialize(event, String.class);

        assertThat(written.getData()).isEqualTo(golden(event).stored());
        assertThat(written.getType().getName()).isEqualTo(golden(event).event());
        assertThat(written.getType().getRevision()).isEqualTo("" + golden(event).revision());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aGoldenFileIsReadAsItsEvent(Object event) {
        EventName name = EventCatalog.nameOf(event.getClass()).orElseThrow();

        Object read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                golden(event).stored(),
                                String.class,
                                name.name(),
                                "" + name.revision()));

        assertThat(read).isEqualTo(event);
    }

    @Test
    void everyEventHasAnExample() {
        assertThat(EventExamples.all())
                .extracting(Object::getClass)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(EventCatalog.types());
    }

    @Test
    void everyRevisionOfEveryEventHasAGoldenFileAndNothingElseHasOne() {
        Stream<GoldenFile> wanted =
                EventCatalog.types().stream()
                        .map(type -> EventCatalog.nameOf(type).orElseThrow())
                        .flatMap(name ->
                                IntStream.rangeClosed(1, name.revision())
                                        .mapToObj(it -> new GoldenFile(name.name(), it)));

        assertThat(GoldenFile.all()).containsExactlyInAnyOrderElementsOf(wanted.toList());
    }

    private static GoldenFile golden(Object event) {
        EventName name = EventCatalog.nameOf(event.getClass()).orElseThrow();
        return new GoldenFile(name.name(), name.revision());
    }
}
