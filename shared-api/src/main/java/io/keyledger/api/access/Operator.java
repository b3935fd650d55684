package io.keyledger.api.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a field is compared. */
public enum Operator {
    EQUALS("equals"),
    NOT_EQUALS("not-equals"),
    IN("in");

    private final String label;

    Operator(String label) {
        this.label = label;
    }

    /** The name in requests and answers: {@code not-equals}. */
    @JsonValue
    public String label() {
        return label;
    }
}
