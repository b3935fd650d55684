package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.server.controlplane.Required;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A schema as it is sent: what is left out is empty. */
public record SchemaBody(
        @Nullable List<FieldBody> fields,
        @Nullable List<SelectBody> selects,
        @Nullable List<String> statuses) {

    static CampaignSchema schema(@Nullable SchemaBody body) {
        return body == null ? CampaignSchema.EMPTY : body.schema();
    }

    private CampaignSchema schema() {
        return new CampaignSchema(
                Required.items("schema.fields", fields).stream().map(FieldBody::field).toList(),
                Required.items("schema.selects", selects).stream().map(SelectBody::select).toList(),
                Required.items("schema.statuses", statuses));
    }

    /**
     * A field as it is sent.
     *
     * @param label its name when left out
     * @param type text when left out
     * @param required false when left out
     */
    public record FieldBody(
            @Nullable String name,
            @Nullable String label,
            @Nullable FieldType type,
            @Nullable Boolean required,
            @Nullable String select) {

        Field field() {
            String given = Required.field("schema.fields.name", name);
            return new Field(
                    given,
                    Objects.requireNonNullElse(label, given),
                    Objects.requireNonNullElse(type, FieldType.TEXT),
                    Boolean.TRUE.equals(required),
                    select);
        }
    }

    /** A list of options as it is sent. */
    public record SelectBody(@Nullable String name, @Nullable List<String> options) {

        Select select() {
            return new Select(
                    Required.field("schema.selects.name", name),
                    Required.items("schema.selects.options", options));
        }
    }
}
