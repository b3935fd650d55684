package io.keyledger.api.apikey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/** Names one API key, whatever secrets it has: {@code key_} and 20 base62 characters. */
public record ApiKeyId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("key_[0-9A-Za-z]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApiKeyId {
        Identifiers.requireShape(value, SHAPE, "key id");
    }

    @Override
    public String toString() {
        return value;
    }
}
