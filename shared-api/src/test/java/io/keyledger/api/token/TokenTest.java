package io.keyledger.api.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
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

    /** RFC 7515 A.1, digested with Python's hmac. */
    @Test
    void aJsonWebTokenIsReadWholeAndDigestedAsOthersDigestIt() {
        String token =
                "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                        + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                        + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
                        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        assertThat(digester.read(token)).isTrue();
        assertThat(digester.digest(0))
                .hasToString("a99505ac79d95c70668cd4333bb9044fc7f5470ff6a2bd0e0c011f94faacb209");
        assertThat(digester.read(token.replace("jXk", "jXl"))).isTrue();
        assertThat(digester.digest(0).hex())
                .isNotEqualTo("a99505ac79d95c70668cd4333bb9044fc7f5470ff6a2bd0e0c011f94faacb209");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJh.eyJh",
                "eyJh.eyJh.",
                "eyJh..c2ln",
                "eyJh.eyJh.c2ln.",
                "eyJh.eyJh.c2ln.c2ln",
                "eyJ..",
                "eyJh.eyJh.c2l=",
                "eyJh.eyJh.c2 n",
                "eyJh.eyJh.c2+n",
                "eyKh.eyJh.c2ln",
                " eyJh.eyJh.c2ln"
            })
    void whatIsNotShapedLikeAJsonWebTokenIsNotRead(String credential) {
        assertThat(digester.read(credential)).isFalse();
    }

    @Test
    void aJsonWebTokenHasAtMost2048Characters() {
        String longest = "eyJh.eyJh." + "c".repeat(2_038);

        assertThat(digester.read(longest)).isTrue();
        assertThat(digester.read(longest + "c")).isFalse();
    }

    @Test
    void aSecretHasAtMost255CharactersAllTheSame() {
        byte[] secret = new byte[256];
        Arrays.fill(secret, (byte) 'a');
        secret[3] = '_';
        TokenFormat.appendChecksum(secret, 250, new CRC32());
        assertThat(digester.read(new String(secret, US_ASCII))).isFalse();

        TokenFormat.appendChecksum(secret, 249, new CRC32());
        assertThat(digester.read(new String(secret, 0, 255, US_ASCII))).isTrue();
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
