package io.keyledger.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final String HOUSE = "io.keyledger";
    private static final String BROKEN_HOUSE = "io.keyledger.server.architecture.broken";

    private static final JavaClasses OUR_CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(HOUSE);

    @ParameterizedTest
    @EnumSource
    void theHouseKeeps(ArchitectureRule rule) {
        rule.in(HOUSE).check(OUR_CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void eachFixtureOfARuleBreaksIt(ArchitectureRule rule) {
        JavaClasses fixtures = new ClassFileImporter().importClasses(rule.brokenBy());

        EvaluationResult result = rule.in(BROKEN_HOUSE).evaluate(fixtures);

        assertThat(rule.brokenBy())
                .isNotEmpty()
                .allSatisfy(fixture ->
                        assertThat(result.getFailureReport().getDetails())
                                .anyMatch(it -> it.contains(fixture.getSimpleName())));
    }

    @Test
    void everyModuleIsSeen() {
        assertThat(OUR_CLASSES)
                .extracting(
                        it -> it.getPackageName().replaceFirst("^io\\.keyledger\\.(\\w+).*", "$1"))
                .contains("api", "verdict", "command", "query", "resourceserver", "server");
    }
}
