package io.keyledger.server.pepper;

import java.util.Set;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while another node issues credentials under a pepper that this node does not have. */
final class PepperHealth extends AbstractHealthIndicator {

    private final PepperRegister register;

    PepperHealth(PepperRegister register) {
        super("the peppers could not be compared with the database");
        this.register = register;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Set<String> missing = register.missing();
        if (missing.isEmpty()) {
            builder.up();
        } else {
            builder.down().withDetail("missing", missing);
        }
    }
}
