package io.keyledger.api.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/** Names one campaign: {@code cmp_} and 20 base62 characters. */
public record CampaignId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("cmp_[0-9A-Za-z]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {
        Identifiers.requireShape(value, SHAPE, "campaign id");
    }

    @Override
    public String toString() {
        return value;
    }
}
