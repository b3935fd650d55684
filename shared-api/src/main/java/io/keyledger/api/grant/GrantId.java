package io.keyledger.api.grant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/** Names one grant: {@code grt_} and 20 base62 characters. */
public record GrantId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("grt_[0-9A-Za-z]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantId {
        Identifiers.requireShape(value, SHAPE, "grant id");
    }

    @Override
    public String toString() {
        return value;
    }
}
