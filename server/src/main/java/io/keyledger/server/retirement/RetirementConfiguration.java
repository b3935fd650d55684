package io.keyledger.server.retirement;

import io.keyledger.query.verification.RetirementCandidates;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The sweeper, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@OnCommandNode
public class RetirementConfiguration {

    @Bean
    RetirementSweeper retirementSweeper(
            RetirementCandidates candidates, Commands commands, Clock clock) {
        return new RetirementSweeper(candidates::due, commands, clock);
    }
}
