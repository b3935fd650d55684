package io.keyledger.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSerializerTest {

    private final LedgerSerializer serializer = new LedgerSerializer();

    @Test
    void metadataIsAFlatObject() {
        MetaData metadata = MetaData.from(Map.of("actor", "key:key_1"));

        SerializedObject<String> written = serializer.serialize(metadata, String.class);

        assertThat(written.getData()).isEqualTo("{\"actor\":\"key:key_1\"}");
        MetaData read = serializer.deserialize(written);
        assertThat(read).isEqualTo(metadata);
    }

    @Test
    void whatIsNotInTheCatalogCannotBeStored() {
        RevokeApiKey command = new RevokeApiKey(EventExamples.KEY);

        assertThatThrownBy(() -> serializer.serialize(command, String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not in the event catalog");
    }

    @ParameterizedTest
    @CsvSource({"apikey.enlarged,1", "apikey.renamed,2", "apikey.renamed,"})
    void anUnknownNameOrRevisionCannotBeRead(String name, String revision) {
        SerializedObject<String> stored = stored(name, revision, "{}");

        assertThatThrownBy(() -> serializer.classForType(stored.getType()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("an event " + name + ", revision " + revision);
    }

    /** The names of classes are not names of events, so no row can make us load a class. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.keyledger.api.apikey.ApiKeyEvent$ApiKeyRenamed",
                "java.lang.ProcessBuilder"
            })
    void aClassNameCannotBeRead(String name) {
        SerializedObject<String> stored = stored(name, "1", "{}");

        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key\":\"%s\",\"previousName\":\"a\"}",
                "{\"key\":\"%s\",\"previousName\":\"a\",\"name\":\"b\",\"more\":1}",
                "{\"key\":\"%s\",\"previousName\":\"a\",\"name\":[]}",
                "{\"key\":\"%s\",\"previousName\":\"a\",\"name\":\"b\"} {}",
                "{\"key\":\"%s\",\"previousName\":\"a\",\"nam"
            })
    void anotherShapeCannotBeRead(String json) {
        SerializedObject<String> stored =
                stored("apikey.renamed", "1", json.formatted(EventExamples.KEY));

        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void theRightShapeCanBeRead() {
        String json =
                "{\"key\":\"" + EventExamples.KEY + "\",\"previousName\":\"a\",\"name\":\"b\"}";

        Object read = serializer.deserialize(stored("apikey.renamed", "1", json));

        assertThat(read).isEqualTo(new ApiKeyRenamed(EventExamples.KEY, "a", "b"));
    }

    private static SerializedObject<String> stored(String name, String revision, String json) {
        return new SimpleSerializedObject<>(json, String.class, name, revision);
    }
}
