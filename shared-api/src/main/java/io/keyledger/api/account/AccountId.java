package io.keyledger.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/** Names one account: {@code acc_} and 20 base62 characters. */
public record AccountId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("acc_[0-9A-Za-z]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        Identifiers.requireShape(value, SHAPE, "account id");
    }

    @Override
    public String toString() {
        return value;
    }
}
