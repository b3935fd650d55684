package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.FIELD_NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.LABEL_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCHEMA_REPEATS;
import static io.keyledger.api.rejection.RejectionReason.SCHEMA_TOO_LARGE;
import static io.keyledger.api.rejection.RejectionReason.SELECT_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.policy.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaPolicyTest {

    private static final Select SOURCES = new Select("Sources", List.of("Web", "Radio"));

    @Test
    void aSchemaMayBeEmpty() {
        assertThat(SchemaPolicy.acceptable(CampaignSchema.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"'&", "שלום", "😀", "Vendor XYZ", "ø\u0301"})
    void labelsOptionsAndStatusesMayReadAsTheyLike(String text) {
        CampaignSchema schema =
                new CampaignSchema(
                        List.of(new Field("source", text, FieldType.SELECT, true, text)),
                        List.of(new Select(text, List.of(text))),
                        List.of(text));

        assertThat(SchemaPolicy.acceptable(schema)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u202Eb", "a\u0000b"})
    void labelsOptionsAndStatusesCannotDisturbWhoeverReadsThem(String text) {
        assertRefused(fields(new Field("name", text, FieldType.TEXT, true, null)), LABEL_INVALID);
        assertRefused(schema(new Select(text, List.of())), LABEL_INVALID);
        assertRefused(schema(new Select("Sources", List.of(text))), LABEL_INVALID);
        assertRefused(
                new CampaignSchema(List.of(), List.of(), List.of("New", text)), LABEL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "first name", "navn_på", "a.b", "a\"b", "id", "status"})
    void aFieldCannotHaveANameThatRequestsCannotSay(String name) {
        assertRefused(fields(field(name, FieldType.TEXT, null)), FIELD_NAME_INVALID);
    }

    @Test
    void nothingCanBeNamedTwice() {
        Field name = field("name", FieldType.TEXT, null);
        assertRefused(fields(name, name), SCHEMA_REPEATS);
        assertRefused(schema(SOURCES, SOURCES), SCHEMA_REPEATS);
        assertRefused(schema(new Select("Sources", List.of("Web", "Web"))), SCHEMA_REPEATS);
        assertRefused(
                new CampaignSchema(List.of(), List.of(), List.of("New", "New")), SCHEMA_REPEATS);
    }

    @Test
    void aFieldOfTypeSelectNeedsItsOptions() {
        assertRefused(fields(field("source", FieldType.SELECT, "Sources")), SELECT_UNKNOWN);
        assertRefused(fields(field("source", FieldType.SELECT, null)), SELECT_UNKNOWN);
    }

    @Test
    void aFieldOfAnotherTypeHasNone() {
        CampaignSchema schema =
                new CampaignSchema(
                        List.of(field("source", FieldType.TEXT, "Sources")),
                        List.of(SOURCES),
                        List.of());
        assertRefused(schema, SELECT_UNKNOWN);
    }

    @Test
    void aSchemaHasItsBounds() {
        List<String> many = IntStream.range(0, 1_001).mapToObj(i -> "o" + i).toList();
        assertThat(SchemaPolicy.acceptable(schema(new Select("Many", many.subList(0, 1_000)))))
                .isEmpty();
        assertRefused(schema(new Select("Many", many)), SCHEMA_TOO_LARGE);
        assertRefused(
                new CampaignSchema(List.of(), List.of(), many.subList(0, 201)), SCHEMA_TOO_LARGE);
        assertRefused(
                new CampaignSchema(List.of(), Collections.nCopies(101, SOURCES), List.of()),
                SCHEMA_TOO_LARGE);
        assertRefused(
                new CampaignSchema(
                        Collections.nCopies(201, field("name", FieldType.TEXT, null)),
                        List.of(),
                        List.of()),
                SCHEMA_TOO_LARGE);
    }

    private static Field field(String name, FieldType type, @Nullable String select) {
        return new Field(name, "Label", type, false, select);
    }

    private static CampaignSchema fields(Field... fields) {
        return new CampaignSchema(List.of(fields), List.of(), List.of());
    }

    private static CampaignSchema schema(Select... selects) {
        return new CampaignSchema(List.of(), List.of(selects), List.of());
    }

    private static void assertRefused(CampaignSchema schema, RejectionReason reason) {
        assertThat(SchemaPolicy.acceptable(schema)).map(Rejection::reason).contains(reason);
    }
}
