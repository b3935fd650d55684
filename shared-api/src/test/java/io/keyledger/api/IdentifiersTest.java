package io.keyledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @Test
    void theBuiltInHubHasAnIdOfTheCommonShape() {
        assertThat(HubId.KEYLEDGER).isEqualTo(new HubId("keyledger"));
    }

    @Test
    void anIdentifierIsWrittenAsItsValue() {
        assertThat(new HubId("hubnity")).hasToString("hubnity");
        assertThat(new WorkspaceId("ws_0123456789abcdefghiJ"))
                .hasToString("ws_0123456789abcdefghiJ");
        assertThat(new ApiKeyId("key_0123456789abcdefghiJ"))
                .hasToString("key_0123456789abcdefghiJ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "Hubnity", "1hub", "-hub", "hub_nity", "hub\n", "hub "})
    void aHubIdOfAnotherShapeCannotBeMade(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HubId(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdefghiJ",
                "ws_0123456789abcdefghi",
                "ws_0123456789abcdefghiJK",
                "ws_0123456789abcdefgh_J",
                "key_0123456789abcdefghiJ"
            })
    void aWorkspaceIdOfAnotherShapeCannotBeMade(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkspaceId(value));
    }

    @Test
    void aRefusalRepeatsNothingOfTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeyId("hbn_somebodysSecret"))
                .withMessageNotContaining("somebody");
    }
}
