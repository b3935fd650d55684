package io.keyledger.server.retirement;

import io.keyledger.api.apikey.ApiKeyCommand.RetireApiKeySecret;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.query.verification.RetirementCandidates.Secret;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.ledger.VersionConflictException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Retires secrets whose grace is over. Several nodes may do so at once: who comes second finds that
 * nothing is left to change.
 */
final class RetirementSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(RetirementSweeper.class);

    private static final int AT_ONCE = 200;

    private final DueSecrets secrets;
    private final Commands commands;
    private final Clock clock;

    RetirementSweeper(DueSecrets secrets, Commands commands, Clock clock) {
        this.secrets = secrets;
        this.commands = commands;
        this.clock = clock;
    }

    /** What one sweep leaves, the next one takes; an outage ends it, and the scheduler says so. */
    @Scheduled(
            fixedDelayString = "${keyledger.retirement.interval:PT30S}",
            initialDelayString = "${keyledger.retirement.interval:PT30S}")
    void sweep() {
        List<Secret> due = secrets.due(clock.instant(), AT_ONCE);
        if (!due.isEmpty()) {
            String sweep = UUID.randomUUID().toString();
            due.forEach(secret -> retire(secret, sweep));
        }
    }

    private void retire(Secret secret, String sweep) {
        try {
            commands.send(
                    new RetireApiKeySecret(secret.key(), secret.generation()),
                    Origin.system("retirement", sweep, "the grace period is over"));
        } catch (CommandRejected | VersionConflictException notNow) {
            LOG.info(
                    "Secret {} of {} is not retired yet: {}",
                    secret.generation(),
                    secret.key(),
                    notNow.getMessage());
        }
    }
}
