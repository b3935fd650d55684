package io.keyledger.command.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One value of a profile that has passed the schema, with a way to complain about it. The accessors
 * rely on the schema: what it requires is there, and of the right type.
 */
final class Part {

    private final YamlDocument document;
    private final Problems problems;
    private final JsonPointer place;
    private final JsonNode value;

    private Part(YamlDocument document, Problems problems, JsonPointer place, JsonNode value) {
        this.document = document;
        this.problems = problems;
        this.place = place;
        this.value = value;
    }

    static Part root(YamlDocument document, Problems problems) {
        return new Part(document, problems, JsonPointer.empty(), document.root());
    }

    /** The field; a field that is not there has no content. */
    Part field(String name) {
        return new Part(document, problems, place.appendProperty(name), value.path(name));
    }

    boolean isThere() {
        return !value.isMissingNode();
    }

    boolean has(String name) {
        return value.has(name);
    }

    boolean isText() {
        return value.isString();
    }

    String text() {
        return value.asString();
    }

    String text(String name) {
        return value.path(name).asString();
    }

    String textOr(String name, String otherwise) {
        return value.path(name).asString(otherwise);
    }

    @Nullable String textOrNull(String name) {
        return value.has(name) ? text(name) : null;
    }

    int numberOr(String name, int otherwise) {
        return value.path(name).asInt(otherwise);
    }

    boolean isTrue(String name) {
        return value.path(name).asBoolean(false);
    }

    Duration durationOr(String name, String otherwise) {
        return Duration.parse(textOr(name, otherwise));
    }

    /** The texts of a list; empty when it is not there. */
    List<String> texts(String name) {
        return field(name).items().stream().map(Part::text).toList();
    }

    /** The items of a list; empty when it is not there, or no list. */
    List<Part> items() {
        List<Part> items = new ArrayList<>();
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            items.add(new Part(document, problems, place.appendIndex(i), value.get(i)));
        }
        return items;
    }

    /** The fields of a group, in order; empty when it is not there. */
    Map<String, Part> fields() {
        Map<String, Part> fields = new LinkedHashMap<>();
        value.propertyNames().forEach(name -> fields.put(name, field(name)));
        return fields;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> jsonObject() {
        return JsonMapper.shared().treeToValue(value, Map.class);
    }

    String name() {
        return Problems.nameOf(place);
    }

    /** Complains about this value; the text continues its name. */
    void complain(String text) {
        problems.add(document.ofValue(place), name() + " " + text);
    }

    /** Complains about this field as a whole; the text continues its name. */
    void complainOfField(String text) {
        problems.add(document.ofKey(place), name() + " " + text);
    }

    int line() {
        return document.ofKey(place).line();
    }
}
