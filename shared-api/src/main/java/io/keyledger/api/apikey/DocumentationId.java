package io.keyledger.api.apikey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyledger.api.Identifiers;
import java.util.regex.Pattern;

/**
 * Opens the public documentation of one key to whoever has it: 27 random base62 characters, 160
 * bits, which nothing else of the key tells.
 *
 * <p>It stands in the ledger, with the key: it opens no data, only the form of the data; whoever
 * may see the key may see it at any time; a read model that is rebuilt has it again; and it is of
 * no use once the key is revoked.
 */
public record DocumentationId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{27}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentationId {
        Identifiers.requireShape(value, SHAPE, "documentation id");
    }

    /** Leaves the id out: logs are read by more people than links are shown to. */
    @Override
    public String toString() {
        return "DocumentationId";
    }
}
