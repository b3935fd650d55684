package io.keyledger.server.wiring;

import io.keyledger.query.usage.UsageSettings;
import io.keyledger.server.node.NodeName;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node counts what it is asked.
 *
 * @param flush how often what was counted is written: the most that a crash loses
 * @param held how many minutes of credentials are held until then, at some 500 bytes each
 */
@ConfigurationProperties("keyledger.usage")
record UsageProperties(@DefaultValue("10s") Duration flush, @DefaultValue("50000") int held) {

    UsageSettings settings(NodeName node) {
        return new UsageSettings(node.value(), flush, held);
    }
}
