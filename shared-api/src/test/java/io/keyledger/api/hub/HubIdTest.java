package io.keyledger.api.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubIdTest {

    @Test
    void builtInHubHasAnIdOfTheCommonShape() {
        assertThat(HubId.KEYLEDGER).isEqualTo(new HubId("keyledger"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Hubnity", "1hub", "hub_nity", "hub nity", "hub\"nity"})
    void otherShapesAreRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HubId(value));
    }
}
