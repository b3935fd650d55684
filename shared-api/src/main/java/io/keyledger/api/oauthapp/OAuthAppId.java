package io.keyledger.api.oauthapp;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/**
 * Names one OAuth app, and is its {@code client_id} (RFC 6749 §2.2): {@code app_} and 20 base62
 * characters.
 */
public record OAuthAppId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("app_[0-9A-Za-z]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OAuthAppId {
        Identifiers.requireShape(value, SHAPE, "client id");
    }

    @Override
    public String toString() {
        return value;
    }
}
