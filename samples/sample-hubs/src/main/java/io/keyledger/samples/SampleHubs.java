package io.keyledger.samples;

import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** Serves small parts of the APIs of four hubs. Each needs a credential of its hub. */
@SpringBootApplication
public class SampleHubs {

    public static void main(String[] arguments) {
        SpringApplication.run(SampleHubs.class, arguments);
    }

    /** So that nothing is left of a demo, however it ends. */
    @Bean
    @ConditionalOnBooleanProperty("samples.end-with-parent")
    ApplicationRunner endWithParent() {
        return _ -> ProcessHandle.current().parent().ifPresent(SampleHubs::endWith);
    }

    private static void endWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> System.exit(0));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
