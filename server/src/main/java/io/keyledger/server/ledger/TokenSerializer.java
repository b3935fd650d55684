package io.keyledger.server.ledger;

import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Writes positions of streaming processors, and whatever else Axon itself wants to remember. */
final class TokenSerializer {

    private TokenSerializer() {}

    static Jackson3Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(TokenSerializer::readReplayTokens)
                .build();
    }

    /**
     * A token of a replay names the classes of the tokens in it, and Jackson would write but not
     * read it: the processor would retry for ever.
     */
    private static void readReplayTokens(JsonMapper.Builder json) {
        json.polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.eventhandling.")
                        .build());
    }
}
