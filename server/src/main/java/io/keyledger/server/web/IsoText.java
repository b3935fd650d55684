package io.keyledger.server.web;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads an instant or a duration from its text, and from nothing else: of a number nobody knows
 * whether it counts seconds or milliseconds.
 */
final class IsoText<T> extends StdDeserializer<T> {

    private final transient Function<String, T> parse;

    IsoText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked") // what the context answers is of the type that it was asked for
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(getValueType(context), json);
        }
        try {
            return parse.apply(json.getString());
        } catch (DateTimeException _) {
            return (T)
                    context.handleWeirdStringValue(
                            handledType(), json.getString(), "not as ISO 8601 has it");
        }
    }
}
