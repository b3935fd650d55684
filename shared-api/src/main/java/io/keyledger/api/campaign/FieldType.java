package io.keyledger.api.campaign;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a field of a row holds. */
public enum FieldType {
    TEXT("text"),
    LONG_TEXT("long-text"),
    EMAIL("email"),
    PHONE("phone"),
    URL("url"),
    NUMBER("number"),
    DATE("date"),
    DATE_TIME("date-time"),
    CHECKBOX("checkbox"),
    SELECT("select");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    /** The name in requests, answers and events: {@code date-time}. */
    @JsonValue
    public String label() {
        return label;
    }
}
