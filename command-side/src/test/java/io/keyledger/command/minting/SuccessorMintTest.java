package io.keyledger.command.minting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SuccessorMintTest {

    private static final int MANY = 20_000;
    private static final int DIGITS = 32;

    /** Of chi-square with 61 degrees of freedom: a fair mint exceeds it once in 10⁹ times. */
    private static final double FAR_FROM_UNIFORM = 142;

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final byte[] KEY = "the pepper of these tests, 32 b.".getBytes(US_ASCII);
    private static final Pepper OLD = Pepper.of("old", KEY);
    private static final Pepper NEW = Pepper.of("new", new byte[32]);
    private static final GrantId GRANT = new GrantId("grt_ExampleExampleExampl");
    private static final String PRESENTED = "exa_rt_0123456789ABCDEFGHIJKLMNOPQRSTUV3xD0ik";

    private final SuccessorMint mint = mint(Peppers.of(OLD, List.of()));

    @Test
    void theSameExchangeHasTheSameSuccessorsOnEveryNode() {
        Successors again =
                mint(Peppers.of(OLD, List.of())).successors("exa", GRANT, "s", PRESENTED);
        assertThat(successors("s")).isEqualTo(again);
    }

    @Test
    void anythingElseHasOthers() {
        GrantId other = new GrantId("grt_" + "1".repeat(20));
        List<Successors> all =
                List.of(
                        successors("s"),
                        successors("t"),
                        mint.successors("exa", other, "s", PRESENTED),
                        mint.successors("exa", GRANT, "s", PRESENTED.replace("0123", "0124")),
                        mint(Peppers.of(NEW, List.of())).successors("exa", GRANT, "s", PRESENTED));
        assertThat(all.stream().flatMap(SuccessorMintTest::digits)).doesNotHaveDuplicates();
    }

    /** Who has one of them cannot make the others of it. */
    @Test
    void refreshTokenAccessTokenAndIdHaveNoDigitsInCommon() {
        Successors made = successors("s");
        assertThat(digits(made)).hasSize(3).doesNotHaveDuplicates();
        assertThat(made.accessToken().plaintext()).doesNotContain(made.tokenId());
        assertThat(made.refreshToken().plaintext()).doesNotContain(made.tokenId());
    }

    @Test
    void aSuccessorSaysWhatItIsAndEveryoneCanCheckIt() {
        Successors made = successors("s");
        assertThat(made.refreshToken().plaintext()).matches("exa_rt_[0-9A-Za-z]{38}");
        assertThat(made.accessToken().plaintext()).matches("exa_at_[0-9A-Za-z]{38}");
        assertThat(made.tokenId()).matches("[0-9A-Za-z]{20}");
        assertThat(OfflineChecker.accepts(made.refreshToken().plaintext())).isTrue();
        assertThat(OfflineChecker.accepts(made.accessToken().plaintext())).isTrue();
    }

    @Test
    void theVerifierFindsASuccessorByItsDigest() {
        TokenDigester verifier = new TokenDigester(Peppers.of(OLD, List.of()));
        for (MintedToken token :
                List.of(successors("s").refreshToken(), successors("s").accessToken())) {
            assertThat(verifier.read(token.plaintext())).isTrue();
            assertThat(token.digest().digest()).isEqualTo(verifier.digest(0));
            assertThat(token.digest().pepper()).isEqualTo("old");
        }
    }

    /** HKDF (RFC 5869), HMAC and the digits, written down a second time. */
    @Test
    void theDerivationIsTheOneThatIsWrittenDown() throws GeneralSecurityException {
        byte[] key = hmac(hmac(new byte[32], KEY), "keyledger successors\u0001".getBytes(US_ASCII));
        String input = String.join("\n", "REFRESH_TOKEN", GRANT.value(), "s", PRESENTED);
        BigInteger rest = new BigInteger(1, hmac(key, input.getBytes(US_ASCII)));
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            digits.append(ALPHABET.charAt(rest.mod(BigInteger.valueOf(62)).intValue()));
            rest = rest.divide(BigInteger.valueOf(62));
        }
        assertThat(successors("s").refreshToken().plaintext()).startsWith("exa_rt_" + digits);
    }

    @Test
    void noTwoOfManyAreEqualAndNoneIsThePresentedOne() {
        Set<String> made = new HashSet<>(Set.of(PRESENTED));
        many().forEach(it -> {
            made.add(it.refreshToken().plaintext());
            made.add(it.accessToken().plaintext());
        });
        assertThat(made).hasSize(1 + 2 * MANY);
    }

    /** A family that is refreshed for years never comes back to where it was. */
    @Test
    void aLongChainDoesNotComeBackToWhereItWas() {
        List<String> chain =
                Stream.iterate(
                                PRESENTED,
                                it ->
                                        mint.successors("exa", GRANT, "s", it)
                                                .refreshToken()
                                                .plaintext())
                        .limit(MANY)
                        .toList();
        assertThat(new HashSet<>(chain)).hasSize(MANY);
    }

    @Test
    void everyDigitIsAsLikelyAsAnyOtherInEveryPlace() {
        int[][] counts = new int[DIGITS][128];
        many().forEach(it -> count(it.refreshToken().plaintext(), counts));
        assertThat(List.of(counts))
                .allSatisfy(it -> assertThat(chiSquare(it)).isLessThan(FAR_FROM_UNIFORM));
    }

    @Test
    void aLostAnswerIsMadeAgainUnderThePepperOfItsTime() {
        Successors made = successors("s");
        SuccessorMint later = mint(Peppers.of(NEW, List.of(OLD)));
        assertThat(later.again("exa", GRANT, succession("s", made), PRESENTED)).contains(made);
        assertThat(later.successors("exa", GRANT, "s", PRESENTED)).isNotEqualTo(made);
    }

    @Test
    void aLostAnswerCannotBeMadeAgainWithoutThePepperOfItsTime() {
        Succession succession = succession("s", successors("s"));
        SuccessorMint later = mint(Peppers.of(NEW, List.of()));
        assertThat(later.again("exa", GRANT, succession, PRESENTED)).isEmpty();
    }

    @Test
    void noTwoExchangesHaveOneSalt() {
        assertThat(Stream.generate(mint::salt).limit(10_000))
                .allMatch(it -> it.matches("[0-9A-Za-z]{27}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSuccessorIsWrittenWithoutItsPlaintext() {
        Successors made = successors("s");
        assertThat(made.toString())
                .doesNotContain(made.refreshToken().plaintext().substring(7, 20))
                .doesNotContain(made.accessToken().plaintext().substring(7, 20));
        assertThat(new Derivation(Derivation.key(OLD), GRANT, "s", PRESENTED).toString())
                .doesNotContain(PRESENTED.substring(7, 20));
    }

    @Test
    void aPrefixThatADoubleClickWouldNotSelectIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mint.successors("e xa", GRANT, "s", PRESENTED));
    }

    private Successors successors(String salt) {
        return mint.successors("exa", GRANT, salt, PRESENTED);
    }

    private Stream<Successors> many() {
        return IntStream.range(0, MANY).mapToObj(i -> successors("s" + i));
    }

    private static Stream<String> digits(Successors made) {
        return Stream.of(
                made.refreshToken().plaintext().substring("exa_rt_".length()),
                made.accessToken().plaintext().substring("exa_at_".length()),
                made.tokenId());
    }

    private static Succession succession(String salt, Successors made) {
        return new Succession(
                salt,
                new AccessTokenRecord(
                        made.accessToken().digest(),
                        made.tokenId(),
                        List.of("read:members"),
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(3_600),
                        null),
                made.refreshToken().digest());
    }

    private static void count(String token, int[][] counts) {
        for (int i = 0; i < DIGITS; i++) {
            counts[i][token.charAt("exa_rt_".length() + i)]++;
        }
    }

    private static double chiSquare(int[] counts) {
        double expected = Arrays.stream(counts).sum() / 62.0;
        return ALPHABET.chars()
                .mapToDouble(c -> (counts[c] - expected) * (counts[c] - expected) / expected)
                .sum();
    }

    private static byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(input);
    }

    private static SuccessorMint mint(Peppers peppers) {
        return new SuccessorMint(new SecureRandom(), peppers);
    }
}
