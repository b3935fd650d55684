package io.keyledger.command.profile;

import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A YAML document as JSON that remembers where everything stood.
 *
 * @param keys where the name of a field or the start of an item stands
 * @param values where the value of a field or an item starts
 */
record YamlDocument(
        JsonNode root, Map<JsonPointer, Position> keys, Map<JsonPointer, Position> values) {

    /** Where to point when the field itself is the mistake. */
    Position ofKey(JsonPointer place) {
        return keys.getOrDefault(place, ofValue(place));
    }

    /**
     * Where to point when the value is the mistake; the nearest known place around it if need be.
     */
    Position ofValue(JsonPointer place) {
        for (JsonPointer at = place; at != null; at = at.head()) {
            Position position = values.get(at);
            if (position != null) {
                return position;
            }
        }
        return Position.START;
    }
}
