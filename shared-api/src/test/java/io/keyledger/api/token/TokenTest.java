package io.keyledger.api.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and digests that were computed by another implementation: Python's zlib and hmac. */
class TokenTest {

    private static final Pepper PEPPER = Pepper.of("one", "k".repeat(32).getBytes(US_ASCII));
    private static final Pepper ELDER = Pepper.of("elder", "e".repeat(32).getBytes(US_ASCII));

    private final TokenDigester digester = new TokenDigester(Peppers.of(PEPPER, List.of(ELDER)));

    @ParameterizedTest
    @CsvSource({
        "hbn_0123456789abcdefghijABCDEFGHIJ011hjpns,"
                + "3cf0b07fa8b90af74e1898eb2d317d76edea004a7bc464b989998a66f73dbb06",
        "my_hub_ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ0MaXfk,"
                + "331d05d35afa2dcf722272b7bf6f40ad641a479b127adb6886f4bb1bb203db67",
        "a_00000000000000000000000000000020vu1L,"
                + "2534ec3b8dcdf461453eead7d0a792919d823afbeb6e3b33e7f1df2341e00823"
    })
    void aTokenIsReadAndDigestedAsOthersDigestIt(String token, String digest) {
        assertThat(digester.read(token)).isTrue();
        assertThat(digester.digest(0)).hasToString(digest);
        assertThat(digester.digest(1).hex()).isNotEqualTo(digest);
    }

    @Test
    void aChecksumIsPaddedWithZeros() {
        assertThat(digester.read("hbn_00000000000000000000000000000023000u08")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "hbn_",
                "hbn_0123456789abcdefghijABCDEFGHIJ011hjpnS",
                "hbm_0123456789abcdefghijABCDEFGHIJ011hjpns",
                "hbn_0123456789abcdefghijABCDEFGHIJ011hjpns ",
                "hbn-0123456789abcdefghijABCDEFGHIJ011hjpns",
                "hbn_0123456789abcdefghijABCDEFGHIJ011hjpn\u0173"
            })
    void whatIsNoTokenIsNotRead(String credential) {
        assertThat(digester.read(credential)).isFalse();
    }

    @Test
    void anOverlongCredentialIsNotEvenLookedAt() {
        assertThat(digester.read("x".repeat(1_000_000))).isFalse();
    }

    @Test
    void aDigestSurvivesEachOfItsForms() {
        String hex = "3cf0b07fa8b90af74e1898eb2d317d76edea004a7bc464b989998a66f73dbb06";
        Digest digest = Digest.ofHex(hex);
        assertThat(digest.hex()).isEqualTo(hex);
        assertThat(Digest.of(digest.bytes())).isEqualTo(digest);
    }

    @Test
    void aDigestOfAnotherLengthCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.ofHex("3cf0"));
    }

    @Test
    void aShortPepperIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pepper.of("short", new byte[Pepper.SHORTEST - 1]));
    }

    @Test
    void aPepperIsWrittenWithoutItsKey() {
        assertThat(PEPPER).hasToString("Pepper[one]");
    }
}
