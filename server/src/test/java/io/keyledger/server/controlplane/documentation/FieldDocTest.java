package io.keyledger.server.controlplane.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.api.campaign.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldDocTest {

    private static final CampaignSchema SCHEMA =
            new CampaignSchema(
                    List.of(),
                    List.of(new Select("Sources", List.of("Web", "Vendor", "Radio"))),
                    List.of("New", "Won"));

    @Test
    void exampleHasTheTypeOfItsField() {
        assertThat(doc(FieldType.NUMBER).example()).isEqualTo(new BigDecimal("42"));
        assertThat(doc(FieldType.CHECKBOX).example()).isEqualTo(true);
        assertThat(doc(FieldType.DATE).example()).isEqualTo("2026-11-22");
    }

    @Test
    void exampleIsWhatTheFilterNames() {
        assertThat(doc(FieldType.TEXT, equal("f", "mine")).example()).isEqualTo("mine");
        assertThat(doc(FieldType.NUMBER, equal("f", "7")).example()).isEqualTo(new BigDecimal(7));
        assertThat(doc(FieldType.CHECKBOX, equal("f", "false")).example()).isEqualTo(false);
        assertThat(select(in("f", "Radio", "Vendor")).example()).isEqualTo("Radio");
    }

    /** However many usual values a filter excludes. */
    @ParameterizedTest
    @EnumSource(value = FieldType.class, names = "SELECT", mode = EnumSource.Mode.EXCLUDE)
    void exampleIsNeverWhatTheFilterExcludes(FieldType type) {
        List<Condition> excluded = new ArrayList<>();
        int most = type == FieldType.CHECKBOX ? 1 : 20;
        for (int i = 0; i < most; i++) {
            Object taken = doc(type, excluded.toArray(Condition[]::new)).example();
            assertThat(excluded)
                    .noneMatch(condition -> condition.values().contains(taken.toString()));
            excluded.add(new Condition("f", Operator.NOT_EQUALS, List.of(taken.toString())));
        }
    }

    @Test
    void optionsThatTheFilterDoesNotAdmitAreNotShown() {
        assertThat(select().options()).containsExactly("Web", "Vendor", "Radio");
        assertThat(select(equal("f", "Vendor")).options()).containsExactly("Vendor");
        assertThat(select(in("f", "Radio", "Vendor")).options()).containsExactly("Vendor", "Radio");
        assertThat(select(new Condition("f", Operator.NOT_EQUALS, List.of("Web"))).options())
                .containsExactly("Vendor", "Radio");
        assertThat(select(equal("another", "Vendor")).options()).hasSize(3);
    }

    @Test
    void statusesAreNarrowedLikeOptions() {
        AdmittedValues admitted = admitted(equal("status", "Won"));

        assertThat(FieldDoc.status(SCHEMA.statuses(), admitted).options()).containsExactly("Won");
        assertThat(FieldDoc.status(SCHEMA.statuses(), admitted).example()).isEqualTo("Won");
    }

    @Test
    void filterThatNothingCanMeetHasNoExampleAndNoError() {
        FieldDoc nothing = select(equal("f", "Web"), equal("f", "Radio"));

        assertThat(nothing.options()).isEmpty();
        assertThat(nothing.example()).isEqualTo("");
    }

    private static FieldDoc doc(FieldType type, Condition... conditions) {
        return FieldDoc.of(new Field("f", "F", type, true, null), SCHEMA, admitted(conditions));
    }

    private static FieldDoc select(Condition... conditions) {
        return FieldDoc.of(
                new Field("f", "F", FieldType.SELECT, true, "Sources"),
                SCHEMA,
                admitted(conditions));
    }

    private static AdmittedValues admitted(Condition... conditions) {
        return new AdmittedValues(
                new AccessFilter("leads", "campaign", "1", Stream.of(conditions).toList()));
    }

    private static Condition equal(String field, String value) {
        return new Condition(field, Operator.EQUALS, List.of(value));
    }

    private static Condition in(String field, String... values) {
        return new Condition(field, Operator.IN, List.of(values));
    }
}
