package io.keyledger.query.replay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of replay: {@link Replay}. Asks for a {@link LedgerReader}. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {

    @Bean
    Replay replay(LedgerReader ledger) {
        return new Replay(ledger);
    }
}
