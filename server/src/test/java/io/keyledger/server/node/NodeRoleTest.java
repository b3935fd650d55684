package io.keyledger.server.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class NodeRoleTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withUserConfiguration(NodeConfiguration.class, Parts.class);

    @ParameterizedTest
    @CsvSource({"all,true,true", "command,true,false", "query,false,true", "QUERY,false,true"})
    void aRoleBringsItsPartsAndNoOthers(String role, boolean commands, boolean verifies) {
        runner.withPropertyValues("keyledger.role=" + role)
                .run(context -> {
                    assertThat(context.containsBean("commandPart")).isEqualTo(commands);
                    assertThat(context.containsBean("verifyingPart")).isEqualTo(verifies);
                });
    }

    @Test
    void withoutARoleANodeDoesEverything() {
        runner.run(context -> assertThat(context).hasBean("commandPart").hasBean("verifyingPart"));
    }

    @Test
    void aMisspelledRoleStopsTheStart() {
        runner.withPropertyValues("keyledger.role=comand")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void noTwoNodesHaveTheSameName() {
        assertThat(Stream.generate(NodeName::unique).limit(50)).doesNotHaveDuplicates();
    }

    @Configuration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        @OnCommandNode
        String commandPart() {
            return "";
        }

        @Bean
        @OnVerifyingNode
        String verifyingPart() {
            return "";
        }
    }
}
