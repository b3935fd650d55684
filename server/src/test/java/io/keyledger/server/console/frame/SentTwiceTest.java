package io.keyledger.server.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.idempotency.IdempotencyConflict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentTwiceTest {

    @ParameterizedTest
    @CsvSource({
        "/console/h/workspaces/ws_1/keys/new,           /console/h/workspaces/ws_1/keys",
        "/console/h/workspaces/ws_1/keys/key_1/rotate,  /console/h/workspaces/ws_1/keys/key_1",
        "/console/h/workspaces/ws_1/plan,               /console/h/workspaces/ws_1",
        "/console/h/workspaces/ws_1,                    /console/h",
        "/console/keyledger/workspaces/new,             /console/keyledger",
    })
    void theWayLeadsToWhatTheFormIsAbout(String form, String page) {
        assertThat(SentTwice.above(form)).isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsAConflict(Kind kind) {
        assertThat(SentTwice.page(kind).status()).isEqualTo(409);
    }

    @Test
    void eachKindIsToldInItsOwnWords() {
        assertThat(Kind.values())
                .extracting(it -> SentTwice.page(it).title())
                .doesNotHaveDuplicates();
    }
}
