package io.keyledger.resourceserver;

import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some fields of a request cannot be accepted. Becomes the hub's own 422 with its messages. */
public final class FieldsRefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Map<String, List<String>> errors;

    /**
     * @param errors the messages for each field, for people
     */
    public FieldsRefusedException(Map<String, List<String>> errors) {
        super("refused: " + errors.keySet(), null, false, false);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        errors.forEach((field, messages) -> copy.put(field, List.copyOf(messages)));
        this.errors = copy;
    }

    /** Only one field, for one reason. */
    public static FieldsRefusedException of(String field, String message) {
        return new FieldsRefusedException(Map.of(field, new ArrayList<>(List.of(message))));
    }

    public Map<String, List<String>> errors() {
        return errors;
    }
}
