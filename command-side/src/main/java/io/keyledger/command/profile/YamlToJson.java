package io.keyledger.command.profile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the nodes of a YAML document into JSON, and notes where each of them stands. */
final class YamlToJson {

    private static final int MOST_NODES = 100_000;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final Map<JsonPointer, Position> keys = new HashMap<>();
    private final Map<JsonPointer, Position> values = new HashMap<>();
    private final Deque<Node> around = new ArrayDeque<>();
    private final Problems problems;
    private int nodes;

    YamlToJson(Problems problems) {
        this.problems = problems;
    }

    /** Null when the document cannot be judged at all. */
    @Nullable YamlDocument convert(Node root) {
        if (!(root instanceof MappingNode)) {
            problems.add(
                    positionOf(root),
                    "the profile must be a group of fields that starts with 'hub: …'.");
            return null;
        }
        JsonNode converted = convert(root, JsonPointer.empty());
        if (nodes > MOST_NODES) {
            problems.addForFile(
                    "expands to more than " + MOST_NODES + " values. Use fewer aliases.");
            return null;
        }
        return new YamlDocument(converted, keys, values);
    }

    private JsonNode convert(Node node, JsonPointer place) {
        values.put(place, positionOf(node));
        if (++nodes > MOST_NODES) {
            return json.nullNode();
        }
        if (around.contains(node)) {
            problems.add(
                    positionOf(node), Problems.nameOf(place) + " contains itself by an alias.");
            return json.nullNode();
        }
        around.push(node);
        JsonNode converted = convertContent(node, place);
        around.pop();
        return converted;
    }

    private JsonNode convertContent(Node node, JsonPointer place) {
        return switch (node) {
            case MappingNode mapping -> convertMapping(mapping, place);
            case SequenceNode sequence -> convertSequence(sequence, place);
            case ScalarNode scalar -> convertScalar(scalar, place);
            default -> json.nullNode();
        };
    }

    private ObjectNode convertMapping(MappingNode mapping, JsonPointer place) {
        ObjectNode object = json.objectNode();
        for (NodeTuple field : mapping.getValue()) {
            String name = ((ScalarNode) field.getKeyNode()).getValue();
            JsonPointer inner = place.appendProperty(name);
            if (object.has(name)) {
                refuseRepetition(field.getKeyNode(), inner);
            } else {
                keys.put(inner, positionOf(field.getKeyNode()));
                object.set(name, convert(field.getValueNode(), inner));
            }
        }
        return object;
    }

    private void refuseRepetition(Node key, JsonPointer place) {
        problems.add(
                positionOf(key),
                Problems.nameOf(place)
                        + " is written twice, first in line "
                        + keys.getOrDefault(place, Position.START).line()
                        + ". Keep one of them.");
    }

    private ArrayNode convertSequence(SequenceNode sequence, JsonPointer place) {
        ArrayNode array = json.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, place.appendIndex(array.size())));
        }
        return array;
    }

    private JsonNode convertScalar(ScalarNode scalar, JsonPointer place) {
        String text = scalar.getValue();
        return switch (scalar.getTag().getValue()) {
            case "tag:yaml.org,2002:null" -> json.nullNode();
            case "tag:yaml.org,2002:bool" -> json.booleanNode(Boolean.parseBoolean(text));
            case "tag:yaml.org,2002:int" -> YamlNumbers.integer(text);
            case "tag:yaml.org,2002:float" -> YamlNumbers.decimal(text);
            case "tag:yaml.org,2002:str" -> json.stringNode(text);
            default -> refuseTag(scalar, place);
        };
    }

    private JsonNode refuseTag(ScalarNode scalar, JsonPointer place) {
        problems.add(
                positionOf(scalar),
                Problems.nameOf(place)
                        + " has the tag '"
                        + scalar.getTag()
                        + "'. Profiles have no tags: write the value alone.");
        return json.stringNode(scalar.getValue());
    }

    private static Position positionOf(Node node) {
        return node.getStartMark().map(Position::of).orElse(Position.START);
    }
}
