package io.keyledger.server.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StartupRefusedAnalyzerTest {

    @Test
    void aRefusalIsShownAsWhatIsWrongAndWhatToDoWithoutAStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Refusing.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThat(catchThrowable(() -> application.run().close()))
                .hasRootCauseInstanceOf(StartupRefused.class);
        assertThat(output)
                .contains("The door is closed.")
                .contains("Open it.")
                .doesNotContain("\tat ");
    }

    @Configuration(proxyBeanMethods = false)
    static class Refusing {

        @Bean
        Object door() {
            throw new StartupRefused("The door is closed.", "Open it.");
        }
    }
}
