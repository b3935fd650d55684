package io.keyledger.command.minting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import io.keyledger.api.token.TokenFormat;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checklist KL-02 and KL-03: secrets cannot be guessed, and mistyped ones are told apart. */
class SecretMintTest {

    private static final int MANY = 100_000;
    private static final int RANDOM_DIGITS = 32;

    /** Of chi-square with 61 degrees of freedom: a fair mint exceeds it once in 10⁹ times. */
    private static final double FAR_FROM_UNIFORM = 142;

    private static final byte[] PEPPER = "the pepper of these tests, 32 b.".getBytes(US_ASCII);
    private static final Peppers PEPPERS =
            Peppers.of(Pepper.of("new", PEPPER), List.of(Pepper.of("old", new byte[32])));

    private final SecretMint mint = new SecretMint(repeatable(), PEPPERS);

    @Test
    void noTwoOfManySecretsAreEqual() {
        Set<String> minted = new HashSet<>();
        minted().limit(MANY).forEach(minted::add);
        assertThat(minted).hasSize(MANY);
    }

    @Test
    void everyDigitIsAsLikelyAsAnyOtherInEveryPlace() {
        int[][] counts = new int[RANDOM_DIGITS][128];
        minted().limit(MANY).forEach(it -> count(it, counts));
        assertThat(List.of(counts))
                .allSatisfy(it -> assertThat(chiSquare(it)).isLessThan(FAR_FROM_UNIFORM));
    }

    @Test
    void aMintThatFavoursTheFirstDigitsWouldBeFoundOut() {
        int[] counts = new int[128];
        byte[] bytes = new byte[MANY];
        new SecureRandom().nextBytes(bytes);
        for (byte b : bytes) {
            counts[
                    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                            .charAt((b & 0xFF) % 62)]++;
        }
        assertThat(chiSquare(counts)).isGreaterThan(FAR_FROM_UNIFORM);
    }

    @Test
    void whoeverKnowsTheFormatCanCheckEverySecret() {
        assertThat(minted().limit(MANY)).allMatch(OfflineChecker::accepts);
    }

    @Test
    void theOfflineCheckerKnowsTheCheckValueOfCrc32() {
        assertThat(OfflineChecker.crc32("123456789")).isEqualTo(0xCBF43926L);
    }

    @Test
    void anyOneCharacterChangedIsFoundOut() {
        minted().limit(100).forEach(SecretMintTest::assertEveryChangeIsFoundOut);
    }

    @Test
    void aDoubleClickSelectsTheWholeSecret() {
        assertThat(mint.mint("hbn").plaintext()).matches("hbn_[0-9A-Za-z]{38}");
    }

    @Test
    void aSecretSaysWhatItIsGoodFor() {
        assertThat(mint.clientSecret("hbn").plaintext()).matches("hbn_cs_[0-9A-Za-z]{38}");
        assertThat(mint.clientSecret("hbn").record().hint()).matches("hbn_cs_…[0-9A-Za-z]{4}");
        assertThat(mint.authorizationCode("hbn").plaintext()).matches("hbn_ac_[0-9A-Za-z]{38}");
        assertThat(mint.accessToken("hbn").plaintext()).matches("hbn_at_[0-9A-Za-z]{38}");
    }

    @Test
    void aCodeOrTokenIsKnownByItsDigestUnderTheCurrentPepper() {
        for (MintedToken token : List.of(mint.authorizationCode("hbn"), mint.accessToken("hbn"))) {
            MintedSecret known = mint.recognise(token.plaintext());
            assertThat(token.digest().digest()).isEqualTo(known.record().digest());
            assertThat(token.digest().pepper()).isEqualTo("new");
            assertThat(token.toString()).doesNotContain(token.plaintext().substring(7, 20));
        }
    }

    @Test
    void theDigestIsTheHmacUnderTheCurrentPepper() throws GeneralSecurityException {
        MintedSecret minted = mint.mint("hbn");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(PEPPER, "HmacSHA256"));
        assertThat(minted.record().digest().bytes())
                .isEqualTo(mac.doFinal(minted.plaintext().getBytes(US_ASCII)));
        assertThat(minted.record().pepper()).isEqualTo("new");
    }

    @Test
    void theVerifierFindsAMintedSecretByItsDigest() {
        MintedSecret minted = mint.mint("hbn");
        TokenDigester verifier = new TokenDigester(PEPPERS);
        assertThat(verifier.read(minted.plaintext())).isTrue();
        assertThat(verifier.digest(0)).isEqualTo(minted.record().digest());
    }

    @Test
    void theHintShowsThePrefixAndTheLastFour() {
        MintedSecret minted = mint.mint("hbn");
        assertThat(minted.record().hint())
                .isEqualTo("hbn_…" + minted.plaintext().substring("hbn_".length() + 34));
    }

    @Test
    void aMintedSecretIsWrittenWithoutItsPlaintext() {
        MintedSecret minted = mint.mint("hbn");
        assertThat(minted.toString()).doesNotContain(minted.plaintext().substring(4, 20));
        assertThat(minted.record().toString()).doesNotContain(minted.plaintext().substring(4, 20));
    }

    @Test
    void aSecretMintedBeforeIsRecognised() {
        MintedSecret minted = mint.mint("my_hub");
        assertThat(mint.recognise(minted.plaintext())).isEqualTo(minted);
    }

    @Test
    void whatIsNoSecretIsNotRecognised() {
        String changed = mint.mint("hbn").plaintext().replaceFirst("hbn", "hbm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mint.recognise(changed))
                .withMessageNotContaining(changed.substring(4, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "_hbn", "hbn_", "h bn", "hbn-", "hbñ", "hbn\n"})
    void aPrefixThatADoubleClickWouldNotSelectIsRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> mint.mint(prefix));
    }

    private Stream<String> minted() {
        return Stream.generate(() -> mint.mint("hbn").plaintext());
    }

    private static void count(String secret, int[][] counts) {
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            counts[i][secret.charAt("hbn_".length() + i)]++;
        }
    }

    private static double chiSquare(int[] counts) {
        double expected = Arrays.stream(counts).sum() / 62.0;
        return Arrays.stream(counts)
                .filter(it -> it > 0)
                .mapToDouble(it -> (it - expected) * (it - expected) / expected)
                .sum();
    }

    private static void assertEveryChangeIsFoundOut(String secret) {
        byte[] changed = secret.getBytes(US_ASCII);
        for (int i = 0; i < changed.length; i++) {
            byte original = changed[i];
            for (byte other = 0; other >= 0 && other < 127; other++) {
                changed[i] = other == original ? 127 : other;
                assertFoundOut(changed);
            }
            changed[i] = original;
        }
    }

    private static void assertFoundOut(byte[] changed) {
        if (TokenFormat.isWellFormed(changed, changed.length, new CRC32())
                || OfflineChecker.accepts(new String(changed, US_ASCII))) {
            throw new AssertionError("accepted: " + new String(changed, US_ASCII));
        }
    }

    /** Draws the same in every run, so that a test of chance fails always or never. */
    private static SecureRandom repeatable() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(20261122);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
