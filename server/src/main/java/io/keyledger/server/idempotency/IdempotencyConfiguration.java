package io.keyledger.server.idempotency;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/** The beans of idempotent calls. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    IdempotencyTable idempotencyTable(JdbcClient jdbc, Clock clock) {
        return new IdempotencyTable(jdbc, clock);
    }

    @Bean
    Idempotency idempotency(IdempotencyTable table, JsonMapper mapper) {
        return new Idempotency(table, mapper);
    }

    @Bean
    Forgetting idempotencyForgetting(IdempotencyTable table) {
        return new Forgetting(table);
    }

    /** Forgets answers whose time is over. Several nodes may do so at once. */
    static final class Forgetting {

        private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

        private final IdempotencyTable table;

        Forgetting(IdempotencyTable table) {
            this.table = table;
        }

        @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
        void forget() {
            int forgotten = table.forgetOlderThan(Idempotency.RETENTION);
            log.debug("forgot {} idempotent answers", forgotten);
        }
    }
}
