package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Editors and people read the schema too. */
class ProfileSchemaTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void theSchemaIsValid202012() {
        Schema metaSchema =
                REGISTRY.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(ProfileSchema.source())).isEmpty();
    }

    @Test
    void everyDefinitionHasATitleAndADescription() {
        JsonNode schema = ProfileSchema.source();

        assertThat(schema.path("$defs").propertyNames())
                .allSatisfy(name -> {
                    JsonNode definition = schema.path("$defs").path(name);
                    assertThat(definition.path("title").asString("")).isNotBlank();
                    assertThat(definition.path("description").asString("")).isNotBlank();
                });
    }

    @Test
    void everyExampleFollowsItsOwnRule() {
        List<JsonNode> rules = new ArrayList<>();
        collectRulesWithExamples(ProfileSchema.source(), rules);

        assertThat(rules).hasSizeGreaterThan(20);
        assertThat(rules).allSatisfy(ProfileSchemaTest::assertExamplesFollow);
    }

    private static void collectRulesWithExamples(JsonNode node, List<JsonNode> rules) {
        if (node.path("examples").isArray()) {
            rules.add(node);
        }
        node.forEach(inner -> collectRulesWithExamples(inner, rules));
    }

    private static void assertExamplesFollow(JsonNode rule) {
        String definitions = ProfileSchema.source().path("$defs").toString();
        String whole = "{\"allOf\":[" + rule + "],\"$defs\":" + definitions + "}";
        Schema schema = REGISTRY.getSchema(whole);

        rule.path("examples").forEach(example -> assertThat(schema.validate(example)).isEmpty());
    }
}
