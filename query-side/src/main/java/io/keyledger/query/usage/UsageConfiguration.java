package io.keyledger.query.usage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of usage: {@link UsageMeter} and {@link Usage}.
 *
 * <p>Asks for {@link UsageSettings}, a {@link Clock}, a {@link MeterRegistry} and the data source.
 */
@Configuration(proxyBeanMethods = false)
public class UsageConfiguration {

    private static final int BATCH = 2_000;
    private static final int SWEPT_AT_ONCE = 5_000;
    private static final int SWEEPS = 200;

    @Bean
    Room usageRoom(UsageSettings settings) {
        return new Room(settings.held());
    }

    @Bean
    UsageGathering usageMeter(Clock clock, Room usageRoom) {
        return new UsageGathering(clock, usageRoom);
    }

    @Bean
    UsageWriter usageWriter(
            UsageGathering usageMeter,
            Room usageRoom,
            DataSource source,
            UsageSettings settings,
            Clock clock,
            MeterRegistry registry) {
        UsageTables tables = new UsageTables(source, settings.node());
        return new UsageWriter(
                new UsageFlush(usageMeter, new Backlog(usageRoom, BATCH), tables),
                new UsageSweep(tables, clock, SWEPT_AT_ONCE, SWEEPS),
                new UsageMetrics(registry, usageRoom),
                settings.flush());
    }

    @Bean
    Usage usage(JdbcClient jdbc) {
        return new Usage(jdbc);
    }
}
