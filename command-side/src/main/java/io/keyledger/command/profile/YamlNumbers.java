package io.keyledger.command.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The numbers of YAML's core schema as JSON. What JSON cannot hold stays text. */
final class YamlNumbers {

    private static final int LONGEST = 40;

    private YamlNumbers() {}

    static JsonNode integer(String text) {
        if (text.length() > LONGEST) {
            return JsonNodeFactory.instance.stringNode(text);
        }
        BigInteger value = parse(text);
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static BigInteger parse(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    /** Infinity and “not a number” are no JSON, and so stay text. */
    static JsonNode decimal(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException notJson) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
