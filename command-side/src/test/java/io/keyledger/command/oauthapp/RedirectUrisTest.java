package io.keyledger.command.oauthapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checklist RU-01 to RU-03: a code goes where the app has said before, and nowhere near it. */
class RedirectUrisTest {

    static List<NearMiss> nearMisses() {
        return NearMiss.all();
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void whatIsNearlyRegisteredIsNot(NearMiss it) {
        assertThat(RedirectUris.match(List.of(it.registered()), it.requested())).isFalse();
    }

    /** The corpus means what it says: each of its registered addresses is one, and matches. */
    @ParameterizedTest
    @MethodSource("nearMisses")
    void whatTheNearMissesMissCanBeRegisteredAndMatches(NearMiss it) {
        assertThat(RedirectUriPolicy.acceptable(List.of(it.registered()))).isEmpty();
        assertThat(RedirectUris.match(List.of(it.registered()), it.registered())).isTrue();
    }

    @Test
    void theCorpusHasAllThatTheChecklistAsksForAndNothingTwice() {
        assertThat(NearMiss.all()).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example.com/cb",
                "https://client.example.com:8443/cb?tenant=1",
                "https://client.example.com",
                "http://localhost:8080/cb"
            })
    void whatIsRegisteredMatchesToTheLetter(String uri) {
        assertThat(RedirectUris.match(List.of("https://other.example.com/cb", uri), uri)).isTrue();
    }

    @Test
    void nothingMatchesWhereNothingIsRegistered() {
        assertThat(RedirectUris.match(List.of(), "http://127.0.0.1/cb")).isFalse();
    }

    /** An app on its user's device takes the port that it gets. */
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb,        http://127.0.0.1:51234/cb",
        "http://127.0.0.1:8080/cb,   http://127.0.0.1:51234/cb",
        "http://127.0.0.1:8080/cb,   http://127.0.0.1/cb",
        "http://127.0.0.1:8080/cb,   http://127.0.0.1:1/cb",
        "http://127.0.0.1:8080/cb,   http://127.0.0.1:65535/cb",
        "http://127.0.0.1,           http://127.0.0.1:51234",
        "http://127.0.0.1/cb?app=1,  http://127.0.0.1:51234/cb?app=1",
        "http://127.0.0.1?app=1,     http://127.0.0.1:51234?app=1",
        "http://[::1]/cb,            http://[::1]:51234/cb",
        "http://[::1]:8080/cb,       http://[::1]:51234/cb"
    })
    void thePortOfALoopbackAddressIsAny(String registered, String requested) {
        assertThat(RedirectUris.match(List.of(registered), requested)).isTrue();
    }

    @Test
    void thePortOfAnyOtherAddressIsTheOneThatIsRegistered() {
        assertThat(matches("https://127.0.0.1/cb", "https://127.0.0.1:51234/cb")).isFalse();
        assertThat(matches("http://localhost/cb", "http://localhost:51234/cb")).isFalse();
        assertThat(matches("https://client.example.com/cb", "https://client.example.com:1/cb"))
                .isFalse();
    }

    private static boolean matches(String registered, String requested) {
        return RedirectUris.match(List.of(registered), requested);
    }
}
