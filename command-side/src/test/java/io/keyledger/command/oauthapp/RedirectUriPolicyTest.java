package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URIS_COUNT;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.policy.Rejection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checklist RU-04: what cannot be compared to the letter, or can be listened to, is refused. */
class RedirectUriPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example.com",
                "https://client.example.com/",
                "https://client.example.com/cb",
                "https://Client.Example.com/Cb",
                "https://client.example.com:8443/oauth/callback.do;v=1/@me",
                "https://client.example.com/cb?tenant=1&next=/a/b?c",
                "https://client.example.com/cb?encoded=1",
                "https://client.example.com/a%20b/%C3%A5",
                "https://client.example.com/.well-known/cb",
                "https://client.example.com/a..b/...",
                "https://xn--bcher-kva.example/cb",
                "https://intranet/cb",
                "https://203.0.113.7/cb",
                "https://[2001:db8::1]:8443/cb",
                "https://127.0.0.1:8443/cb",
                "http://127.0.0.1/cb",
                "http://127.0.0.1:51234/cb",
                "http://[::1]:51234/cb",
                "http://localhost:8080/cb"
            })
    void anAppCanBeSentBackTo(String uri) {
        assertThat(RedirectUriPolicy.acceptable(List.of(uri))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cb",
                "/cb",
                "//client.example.com/cb",
                "http://client.example.com/cb",
                "http://127.0.0.2/cb",
                "http://127.1/cb",
                "http://0.0.0.0/cb",
                "http://[::2]/cb",
                "http://LOCALHOST/cb",
                "http://localhost./cb",
                "http://sub.localhost/cb",
                "http://127.0.0.1.evil.example/cb",
                "ftp://client.example.com/cb",
                "HTTPS://client.example.com/cb",
                "javascript:alert(1)",
                "javascript://client.example.com/%0aalert(1)",
                "data:text/html,hello",
                "file:///etc/passwd",
                "com.example.app:/cb",
                "urn:ietf:wg:oauth:2.0:oob",
                "https:client.example.com/cb",
                "https:///cb",
                "https://",
                "https://:8443/cb"
            })
    void anAppCannotBeSentToAnotherScheme(String uri) {
        assertRefused(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://*.example.com/cb",
                "https://client.example.com/*",
                "https://client.example.com/cb?x=*",
                "https://user@client.example.com/cb",
                "https://user:pass@client.example.com/cb",
                "https://client.example.com@evil.example/cb",
                "https://client.example.com/cb#",
                "https://client.example.com/cb#fragment",
                "https://client.example.com/cb?x#fragment",
                "https://client.example.com/./cb",
                "https://client.example.com/a/../cb",
                "https://client.example.com/cb/..",
                "https://client.example.com/%2e%2E/cb",
                "https://client.example.com/.%2e/cb",
                "https://client.example.com\\cb",
                "https://client.example.com/a\\..\\cb"
            })
    void noAddressHasAWildcardAUserAFragmentOrAWayBackUp(String uri) {
        assertRefused(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " https://client.example.com/cb",
                "https://client.example.com/cb ",
                "https://client.example.com/c b",
                "https://client.example.com/cb\n",
                "https://client.example.com/cb\r\nLocation: https://evil.example",
                "https://client.example.com/cb\t",
                "https://client.example.com/cb\0",
                "https://client.example.com/\u00E5",
                "https://cl\u0131ent.example.com/cb",
                "https://client\u3002example.com/cb",
                "https://client.example.com/cb%",
                "https://client.example.com/cb%2",
                "https://client.example.com/cb%zz",
                "https://client.example.com/[x]",
                "https://client.example.com/\"x\"",
                "https://client.example.com/<x>",
                "https://client.example.com/{x}",
                "https://client.example.com/a|b",
                "https://client.example.com/a^b",
                "https://client.example.com/`x`"
            })
    void noAddressHasWhatAUriDoesNotHave(String uri) {
        assertRefused(uri);
    }

    /** Some would take them for a name, others for an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.1/cb",
                "https://2130706433/cb",
                "https://0x7f000001/cb",
                "https://0x7f.1/cb",
                "https://0177.0.0.1/cb",
                "https://1.2.3/cb",
                "https://1.2.3.4.5/cb",
                "https://256.0.0.1/cb",
                "https://client.example.1/cb",
                "https://client_.example.com/cb",
                "https://-client.example.com/cb",
                "https://client-.example.com/cb",
                "https://client..example.com/cb",
                "https://.example.com/cb",
                "https://client.example.com./cb",
                "https://client%2eexample.com/cb",
                "https://::1/cb",
                "https://[::g]/cb",
                "https://[fe80::1%25eth0]/cb",
                "https://[203.0.113.7]/cb",
                "https://client.example.com:/cb",
                "https://client.example.com:0/cb",
                "https://client.example.com:0443/cb",
                "https://client.example.com:65536/cb",
                "https://client.example.com:443443/cb",
                "https://client.example.com:https/cb"
            })
    void noAddressHasAHostOrPortThatIsReadInSeveralWays(String uri) {
        assertRefused(uri);
    }

    /** What the client would read is decided here: the answer says it once, and not the app. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=1",
                "state",
                "a=1&state=2",
                "iss=https://evil.example",
                "error=access_denied",
                "error_description=x",
                "error_uri=x",
                "response=x",
                "c%6Fde=1",
                "%73tate=1"
            })
    void noAddressSaysWhatAnAnswerSays(String query) {
        assertRefused("https://client.example.com/cb?" + query);
    }

    @Test
    void anAddressHasAtMost500Characters() {
        String start = "https://client.example.com/";
        assertThat(RedirectUriPolicy.acceptable(List.of(start + "a".repeat(500 - start.length()))))
                .isEmpty();
        assertRefused(start + "a".repeat(501 - start.length()));
    }

    @Test
    void aNameHasAtMost253CharactersAndALabel63() {
        String label = "a".repeat(63);
        String name = String.join(".", label, label, label, "b".repeat(61));
        assertThat(RedirectUriPolicy.acceptable(List.of("https://" + name))).isEmpty();
        assertRefused("https://" + name + "b");
        assertRefused("https://" + label + "a.example");
    }

    @Test
    void theFirstBadAddressIsNamed() {
        assertThat(RedirectUriPolicy.acceptable(List.of("https://client.example.com/cb", "cb", "")))
                .contains(new Rejection(REDIRECT_URI_INVALID, "redirectUris", "cb"));
    }

    @Test
    void anAppHasUpTo20Addresses() {
        assertThat(RedirectUriPolicy.acceptable(different(1))).isEmpty();
        assertThat(RedirectUriPolicy.acceptable(different(20))).isEmpty();
    }

    @Test
    void anAppCannotHaveNoneOrMoreThan20() {
        assertCountRefused(different(0));
        assertCountRefused(different(21));
    }

    @Test
    void anAppCannotHaveOneTwice() {
        assertCountRefused(
                List.of("https://client.example.com/cb", "https://client.example.com/cb"));
    }

    private static List<String> different(int count) {
        return IntStream.range(0, count).mapToObj(i -> "https://client.example.com/" + i).toList();
    }

    private static void assertRefused(String uri) {
        assertThat(RedirectUriPolicy.acceptable(List.of(uri)))
                .map(Rejection::reason)
                .contains(REDIRECT_URI_INVALID);
    }

    private static void assertCountRefused(List<String> uris) {
        assertThat(RedirectUriPolicy.acceptable(uris))
                .map(Rejection::reason)
                .contains(REDIRECT_URIS_COUNT);
    }
}
