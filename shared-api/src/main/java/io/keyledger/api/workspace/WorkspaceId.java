package io.keyledger.api.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/** Names one workspace: {@code ws_} and 20 base62 characters. */
public record WorkspaceId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("ws_[0-9A-Za-z]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkspaceId {
        Identifiers.requireShape(value, SHAPE, "workspace id");
    }

    @Override
    public String toString() {
        return value;
    }
}
