package io.keyledger.server.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.apikey.ApiKeyId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSealTest {

    private static final ApiKeyId KEY = new ApiKeyId("key_0123456789abcdefghij");
    private static final ApiKeyId OTHER = new ApiKeyId("key_9876543210abcdefghij");
    private static final String SECRET = "hhs_abcdefghijklmnopqrstuvwxyz0123456789";

    private final RevealKey revealKey = key(1);

    @Test
    void whatWasSealedOpens() {
        SealedSecret sealed = SecretSeal.seal(revealKey, KEY, 2, SECRET);

        assertThat(SecretSeal.open(revealKey, sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed.ciphertext(), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET.substring(0, 8));
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(SecretSeal.seal(revealKey, KEY, 1, SECRET).ciphertext())
                .isNotEqualTo(SecretSeal.seal(revealKey, KEY, 1, SECRET).ciphertext());
    }

    @Test
    void aCopyInAnotherRowDoesNotOpen() {
        byte[] ciphertext = SecretSeal.seal(revealKey, KEY, 1, SECRET).ciphertext();

        assertDoesNotOpen(new SealedSecret(OTHER, 1, revealKey.id(), ciphertext));
        assertDoesNotOpen(new SealedSecret(KEY, 2, revealKey.id(), ciphertext));
    }

    @Test
    void anotherRevealKeyDoesNotOpenIt() {
        SealedSecret sealed = SecretSeal.seal(revealKey, KEY, 1, SECRET);

        assertThatThrownBy(() -> SecretSeal.open(key(2), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 12, 30, 67})
    void oneAlteredBitAnywhereDoesNotOpen(int position) {
        byte[] ciphertext = SecretSeal.seal(revealKey, KEY, 1, SECRET).ciphertext();
        ciphertext[position] ^= 1;

        assertDoesNotOpen(new SealedSecret(KEY, 1, revealKey.id(), ciphertext));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 20})
    void aTruncatedOneDoesNotOpen(int length) {
        byte[] ciphertext = SecretSeal.seal(revealKey, KEY, 1, SECRET).ciphertext();

        assertDoesNotOpen(
                new SealedSecret(KEY, 1, revealKey.id(), Arrays.copyOf(ciphertext, length)));
    }

    @Test
    void theIdOfARevealKeyIsItsOwnAndSaysNothingOfIt() {
        assertThat(key(1).id()).isEqualTo(key(1).id()).isNotEqualTo(key(2).id());
        assertThat(key(1)).asString().isEqualTo("RevealKey[" + key(1).id() + "]");
    }

    private void assertDoesNotOpen(SealedSecret sealed) {
        assertThatThrownBy(() -> SecretSeal.open(revealKey, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was altered")
                .hasMessageNotContaining(SECRET);
    }

    private static RevealKey key(int first) {
        byte[] material = new byte[48];
        IntStream.range(0, material.length).forEach(i -> material[i] = (byte) (first + i));
        return RevealKey.of(material);
    }
}
