package io.keyledger.server.health;

import io.keyledger.query.verification.VerificationHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while verdicts cannot be trusted: part of readiness. */
@Component("verificationHealthIndicator")
final class VerificationIndicator implements HealthIndicator {

    private final VerificationHealth verification;

    VerificationIndicator(VerificationHealth verification) {
        this.verification = verification;
    }

    @Override
    public Health health() {
        VerificationHealth.Report report = verification.check();
        return (report.isReady() ? Health.up() : Health.down())
                .withDetail("problems", report.problems())
                .withDetail("clockSkewMillis", report.clockSkew().toMillis())
                .build();
    }
}
