package io.keyledger.api.hub;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/** Names one hub, as written in its profile and in URLs: {@code hubnity}. */
public record HubId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    /** The hub whose credentials open Keyledger's own control plane and data plane. */
    public static final HubId KEYLEDGER = new HubId("keyledger");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HubId {
        Identifiers.requireShape(value, SHAPE, "hub id");
    }

    @Override
    public String toString() {
        return value;
    }
}
