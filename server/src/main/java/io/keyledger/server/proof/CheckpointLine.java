package io.keyledger.server.proof;

import io.keyledger.query.proof.SignedCheckpoint;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A checkpoint as a line of a file: JSON with the note in it. */
final class CheckpointLine {

    private static final String NOTE = "checkpoint";
    private static final JsonMapper JSON = JsonMapper.shared();

    private CheckpointLine() {}

    static String write(StoredCheckpoint checkpoint) {
        return JSON.writeValueAsString(Map.of(NOTE, checkpoint.note())) + "\n";
    }

    /** What a line says; one of size 0 when it is none. */
    static StoredCheckpoint read(String line) {
        try {
            JsonNode note = JSON.readTree(line).path(NOTE);
            String text = note.isString() ? note.stringValue() : "";
            return new StoredCheckpoint(SignedCheckpoint.read(text).checkpoint().size(), text);
        } catch (JacksonException | IllegalArgumentException _) {
            return new StoredCheckpoint(0, line);
        }
    }
}
