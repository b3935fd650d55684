package io.keyledger.query.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors come back as they went out, and nothing else is one. */
class CursorTest {

    @Test
    void aCursorComesBackAsItWentOut() {
        Cursor cursor = new Cursor(1234567890123L);

        assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not a cursor", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNotACursorIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decode(text));
    }
}
