package io.keyledger.verdict.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.Scope;
import io.keyledger.verdict.Hubs;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeRulesTest {

    private final CompiledProfile profile =
            CompiledProfile.compile(
                    Hubs.withScopes(
                            scope("admin", "manage", "audit"),
                            scope("manage", "read"),
                            scope("read"),
                            scope("audit", "gone"),
                            scope("egg", "hen"),
                            scope("hen", "egg"),
                            scope("self", "self")),
                    1,
                    1);

    @Test
    void scopeSatisfiesItself() {
        assertThat(satisfied("read", "read")).isTrue();
        assertThat(satisfied("self", "self")).isTrue();
    }

    @Test
    void scopeSatisfiesWhatItImpliesOverAnyNumberOfSteps() {
        assertThat(satisfied("manage", "read")).isTrue();
        assertThat(satisfied("admin", "read")).isTrue();
        assertThat(satisfied("admin", "audit")).isTrue();
    }

    @Test
    void implicationDoesNotRunBackwards() {
        assertThat(satisfied("read", "manage")).isFalse();
        assertThat(satisfied("manage", "audit")).isFalse();
    }

    @Test
    void circleOfScopesIsOneRight() {
        assertThat(satisfied("egg", "hen")).isTrue();
        assertThat(satisfied("hen", "egg")).isTrue();
        assertThat(satisfied("hen", "read")).isFalse();
    }

    @Test
    void scopeThatTheHubDoesNotHaveIsNeverSatisfied() {
        assertThat(satisfied("gone", "gone")).isFalse();
        assertThat(satisfied("audit", "gone")).isFalse();
        assertThat(satisfied("READ", "read")).isFalse();
    }

    @Test
    void nothingIsSatisfiedByNothing() {
        assertThat(profile.satisfied(Set.of(), "read")).isFalse();
    }

    private boolean satisfied(String granted, String required) {
        return profile.satisfied(Set.of("other", granted), required);
    }

    private static Scope scope(String name, String... implied) {
        return new Scope(name, name, Set.of(implied));
    }
}
