package io.keyledger.command.profile;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of hub profiles, and what it has against one. */
final class ProfileSchema {

    private static final JsonNode SOURCE = load();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SOURCE);

    private ProfileSchema() {}

    static JsonNode source() {
        return SOURCE;
    }

    static List<Violation> check(JsonNode profile) {
        return SCHEMA.validate(profile).stream()
                .map(Violation::of)
                .filter(violation -> !violation.isAlternativeOfOneOf())
                .toList();
    }

    private static JsonNode load() {
        try (InputStream in = ProfileSchema.class.getResourceAsStream("hub-profile.schema.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One rule of the schema that a profile breaks.
     *
     * @param place in the profile: the value, or for a missing or unknown field the group around it
     * @param rule the schema that holds the broken keyword, with its descriptions and examples
     * @param field the missing or unknown field; empty for other keywords
     */
    record Violation(
            JsonPointer place, String keyword, JsonNode rule, String field, String evaluationPath) {

        static Violation of(Error error) {
            JsonPointer keyword =
                    JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
            return new Violation(
                    JsonPointer.compile(error.getInstanceLocation().toString()),
                    error.getKeyword(),
                    SOURCE.at(keyword.head()),
                    Objects.requireNonNullElse(error.getProperty(), ""),
                    error.getEvaluationPath().toString());
        }

        boolean isAlternativeOfOneOf() {
            return evaluationPath.contains("/oneOf/");
        }

        /** A misspelled method is told as such, and not as a missing one too. */
        boolean isExplainedBy(List<Violation> others) {
            return keyword.equals("oneOf")
                    && others.stream()
                            .anyMatch(other -> other.isHarmless() && other.place.equals(place));
        }

        /** The top field of the profile in which the mistake is. */
        String section() {
            return place.matches() ? field : place.getMatchingProperty();
        }

        /** Whether the rest of the profile can be read nevertheless. */
        boolean isHarmless() {
            return keyword.equals("additionalProperties");
        }
    }
}
