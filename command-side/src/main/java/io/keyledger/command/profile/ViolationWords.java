package io.keyledger.command.profile;

import io.keyledger.command.profile.ProfileSchema.Violation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Puts a broken rule of the schema into the words of the person who wrote the profile. */
final class ViolationWords {

    private static final int LONGEST_QUOTE = 60;

    private final YamlDocument document;

    ViolationWords(YamlDocument document) {
        this.document = document;
    }

    Position position(Violation violation) {
        return switch (violation.keyword()) {
            case "additionalProperties", "propertyNames" -> document.ofKey(field(violation));
            case "required", "minProperties", "oneOf" -> document.ofKey(violation.place());
            default -> document.ofValue(violation.place());
        };
    }

    String text(Violation violation) {
        String name = Problems.nameOf(violation.place());
        JsonNode rule = violation.rule();
        JsonNode value = document.root().at(violation.place());
        return switch (violation.keyword()) {
            case "additionalProperties" -> unknownField(violation);
            case "propertyNames" -> wrongName(violation, name);
            case "required" -> missingField(violation, name);
            case "type" -> wrongType(name, rule, value);
            case "enum" -> name + " cannot be " + quote(value) + ". " + choices(rule, value);
            case "minItems", "minProperties", "minLength" ->
                    name + " is " + (isEmpty(value) ? "empty" : "too short") + ". " + shape(rule);
            case "maxItems", "maxProperties", "maxLength" ->
                    name
                            + " is too long: at most "
                            + rule.get(violation.keyword())
                            + " are allowed.";
            case "uniqueItems" -> name + " names the same thing twice. Keep one of them.";
            case "minimum", "maximum" -> outOfRange(name, rule, value);
            case "oneOf" -> methods(name, value);
            default -> name + " cannot be " + quote(value) + ". " + shape(rule);
        };
    }

    private static JsonPointer field(Violation violation) {
        return violation.place().appendProperty(violation.field());
    }

    private static String unknownField(Violation violation) {
        return Problems.nameOf(field(violation))
                + " is no field that profiles have. "
                + DidYouMean.among(
                        List.copyOf(violation.rule().path("properties").propertyNames()),
                        violation.field(),
                        "Fields here");
    }

    private static String wrongName(Violation violation, String name) {
        return name
                + " cannot hold the name '"
                + violation.field()
                + "'. "
                + shape(resolved(violation.rule().path("propertyNames")));
    }

    private static String missingField(Violation violation, String name) {
        JsonNode missing = resolved(violation.rule().path("properties").path(violation.field()));
        return name
                + " lacks the field '"
                + violation.field()
                + "'. "
                + shape(missing, violation.field() + ": ");
    }

    private static String wrongType(String name, JsonNode rule, JsonNode value) {
        if (value.isNull()) {
            return name + " is empty. " + shape(rule);
        }
        if (value.isValueNode() && isTextThere(rule, value.asString())) {
            return name + " must be text. Put it in quotes: \"" + value.asString() + "\".";
        }
        return name + " must be " + wanted(rule) + ", not " + quote(value) + ". " + shape(rule);
    }

    /** Whether quotes would make {@code text} a value that the rule allows. */
    private static boolean isTextThere(JsonNode rule, String text) {
        return rule.path("type").toString().contains("string")
                && Pattern.compile(rule.path("pattern").asString("")).matcher(text).find();
    }

    private static String wanted(JsonNode rule) {
        JsonNode type = rule.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(one -> inWords(one.asString()))
                        .collect(Collectors.joining(" or "))
                : inWords(type.asString());
    }

    private static String inWords(String type) {
        return switch (type) {
            case "string" -> "text";
            case "object" -> "a group of fields";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String choices(JsonNode rule, JsonNode value) {
        List<String> choices =
                StreamSupport.stream(rule.path("enum").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList();
        return DidYouMean.among(choices, value.isString() ? value.asString() : "", "Choose one of");
    }

    private static String outOfRange(String name, JsonNode rule, JsonNode value) {
        return name
                + " cannot be "
                + quote(value)
                + ". Choose a number from "
                + rule.path("minimum")
                + " to "
                + rule.path("maximum")
                + ".";
    }

    private static String methods(String name, JsonNode route) {
        List<String> methods =
                route.propertyNames().stream()
                        .filter(field -> field.equals(field.toUpperCase(Locale.ROOT)))
                        .toList();
        return methods.isEmpty()
                ? name + " has no method. Write one with its path, such as GET: /v1/members."
                : name
                        + " has more than one method: "
                        + String.join(", ", methods)
                        + ". Write a line for each, or ANY for all of them.";
    }

    /** What the schema says of a value, with an example. */
    private static String shape(JsonNode rule) {
        return shape(rule, "");
    }

    private static String shape(JsonNode rule, String label) {
        String description = rule.path("description").asString("");
        JsonNode example = rule.path("examples").path(0);
        return example.isString()
                ? description + " For example: " + label + example.asString()
                : description;
    }

    private static JsonNode resolved(JsonNode rule) {
        String reference = rule.path("$ref").asString("");
        return reference.isEmpty() || rule.has("description")
                ? rule
                : ProfileSchema.source().at(reference.substring(1));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isString() ? value.asString().isEmpty() : value.isEmpty();
    }

    private static String quote(JsonNode value) {
        String text = value.isString() ? "'" + value.asString() + "'" : value.toString();
        String line = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
