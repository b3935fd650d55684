package io.keyledger.server.oauth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms are read strictly: what could be read in two ways is not read at all. */
class FormTest {

    @Test
    void valuesAreDecoded() {
        Form form = Form.parse("scope=a%3Aread+b&state=%C3%A9%25&x=a=b");

        assertThat(form.find("scope")).contains("a:read b");
        assertThat(form.find("state")).contains("é%");
        assertThat(form.find("x")).contains("a=b");
    }

    @Test
    void whatHasNoValueIsAsGoodAsLeftOut() {
        Form form = Form.parse("a=&b&c=1&");

        assertThat(form.all()).containsOnlyKeys("c");
        assertThatThrownBy(() -> form.required("a"))
                .isInstanceOf(OAuthRefusal.class)
                .hasMessage("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "a=&a=1", "a&a=", "a=1&%61=2"})
    void whatIsThereTwiceIsRefused(String form) {
        assertThatThrownBy(() -> Form.parse(form)).isInstanceOf(OAuthRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%z1", "%=1", "a=%1"})
    void whatIsNotWellFormedIsRefused(String form) {
        assertThatThrownBy(() -> Form.parse(form)).isInstanceOf(OAuthRefusal.class);
    }

    @Test
    void nothingOfItIsTold() {
        assertThat(Form.parse("client_secret=hbn_cs_secret")).hasToString("Form[client_secret]");
    }
}
