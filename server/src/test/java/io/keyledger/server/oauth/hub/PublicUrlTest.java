package io.keyledger.server.oauth.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.server.startup.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlTest {

    private static PublicUrl configured(String url) {
        return new PublicUrl(new MockEnvironment().withProperty(PublicUrl.PROPERTY, url));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com",
        "https://api.example.com/, https://api.example.com",
        "https://api.example.com:8443, https://api.example.com:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "'http://[::1]:8080', 'http://[::1]:8080'"
    })
    void aServicesAddressIsTaken(String url, String value) {
        assertThat(configured(url).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "https://api.example.com/path",
                "https://api.example.com?a=b",
                "https://api.example.com#a",
                "https://user@api.example.com",
                "ftp://api.example.com",
                "api.example.com",
                "//api.example.com",
                "https://",
                "",
                "::"
            })
    void whatIsNoneIsRefusedAtStart(String url) {
        assertThatThrownBy(() -> configured(url))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("keyledger.public-url");
    }

    @Test
    void withoutOneItIsThisProcess() {
        MockEnvironment environment = new MockEnvironment();
        PublicUrl url = new PublicUrl(environment);

        environment.setProperty("local.server.port", "4321");

        assertThat(url.value()).isEqualTo("http://127.0.0.1:4321");
    }
}
