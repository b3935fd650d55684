package io.keyledger.server.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnAddressTest {

    /** A content security policy knows no IPv6 address (CSP 3, §2.3.1): its scheme has to do. */
    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/cb?x=1, https://app.example.com, app.example.com",
        "https://app.example.com:8443/cb, https://app.example.com:8443, app.example.com",
        "http://127.0.0.1:51234/cb, http://127.0.0.1:51234, an app on this device",
        "http://[::1]:51234/cb, http:, an app on this device",
        "http://localhost:8000/cb, http://localhost:8000, an app on this device",
        "com.example.app:/cb, com.example.app:, an app on this device"
    })
    void formsMayLeadThereAndPeopleAreToldWhereThatIs(String uri, String target, String shown) {
        ReturnAddress address = new ReturnAddress(URI.create(uri), null, "https://kl.example/hub");

        assertThat(address.formTarget()).isEqualTo(target);
        assertThat(address.shown()).isEqualTo(shown);
    }

    @Test
    void whatTheAddressHasOfItsOwnStays() {
        ReturnAddress address =
                new ReturnAddress(
                        URI.create("https://app.example.com/cb?tenant=7"),
                        "s",
                        "https://kl.example/hub");

        assertThat(address.with("the-code").location())
                .startsWith("https://app.example.com/cb?tenant=7&")
                .contains("code=the-code", "state=s", "iss=https%3A%2F%2Fkl.example%2Fhub");
        assertThat(address.with(OAuth2Error.ACCESS_DENIED).location())
                .startsWith("https://app.example.com/cb?tenant=7&")
                .contains("error=access_denied", "state=s", "iss=https%3A%2F%2Fkl.example%2Fhub");
    }
}
