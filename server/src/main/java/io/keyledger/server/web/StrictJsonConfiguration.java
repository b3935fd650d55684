package io.keyledger.server.web;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * A number is not a text: a body of the wrong type is told, not bent into shape. And a name that is
 * there twice is an error: two readers of the same body could take different ones.
 */
@Configuration(proxyBeanMethods = false)
class StrictJsonConfiguration {

    @Bean
    JacksonModule timesAreWrittenAsText() {
        return new SimpleModule("times as text")
                .addDeserializer(Instant.class, new IsoText<>(Instant.class, Instant::parse))
                .addDeserializer(Duration.class, new IsoText<>(Duration.class, Duration::parse));
    }

    @Bean
    JsonMapperBuilderCustomizer namesAreThereOnce() {
        return mapper -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    JsonMapperBuilderCustomizer textIsText() {
        return mapper ->
                mapper.withCoercionConfig(
                        LogicalType.Textual,
                        text ->
                                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
