package io.keyledger.verdict.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlocksTest {

    private static final AddressBlocks OFFICE =
            AddressBlocks.of(List.of("203.0.113.0/24", "2001:db8::/32"));

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.0", "203.0.113.255", "::ffff:203.0.113.7", "2001:db8::1"})
    void addressInAnyOfTheBlocksIsAdmitted(String address) {
        assertThat(OFFICE.admit(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.114.0",
                "2001:db9::",
                "",
                "localhost",
                "203.0.113",
                "203.0.113.7:443",
                "203.0.113.7, 198.51.100.1",
                "0xcb.0.113.7",
            })
    void anythingElseIsNot(String address) {
        assertThat(OFFICE.admit(address)).isFalse();
    }

    @Test
    void unknownAddressIsAdmittedOnlyWhereThereIsNoLimit() {
        assertThat(OFFICE.admit(null)).isFalse();
        assertThat(AddressBlocks.ANYWHERE.admit(null)).isTrue();
    }

    @Test
    void noBlocksMeanAnywhere() {
        assertThat(AddressBlocks.of(List.of())).isSameAs(AddressBlocks.ANYWHERE);
        assertThat(AddressBlocks.ANYWHERE.admit("198.51.100.1")).isTrue();
    }

    @Test
    void everythingOfOneFamilyIsNothingOfTheOther() {
        assertThat(AddressBlocks.of(List.of("0.0.0.0/0")).admit("::1")).isFalse();
        assertThat(AddressBlocks.of(List.of("::/0")).admit("198.51.100.1")).isFalse();
    }

    @Test
    void equalContentIsEqual() {
        AddressBlocks same = AddressBlocks.of(List.of("203.0.113.0/24", "2001:DB8:0::/32"));

        assertThat(same).isEqualTo(OFFICE).hasSameHashCodeAs(OFFICE);
        assertThat(same).isNotEqualTo(AddressBlocks.of(List.of("203.0.113.0/24")));
    }

    @Test
    void whatIsNoBlockIsRefusedWithItsCure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressBlocks.of(List.of("203.0.113.0/24", "203.0.113.9/24")))
                .withMessageEndingWith("write 203.0.113.0/24");
    }

    /** Against arithmetic on whole numbers: a block holds first ≤ address < first + 2^rest. */
    @RepeatedTest(1_000)
    void blocksHoldWhatArithmeticSaysTheyHold(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int width = random.nextBoolean() ? 32 : 128;
        BigInteger base = new BigInteger(width, random);
        int length = random.nextInt(width + 1);
        BigInteger size = BigInteger.ONE.shiftLeft(width - length);
        BigInteger first = base.divide(size).multiply(size);
        AddressBlocks blocks = AddressBlocks.of(List.of(text(first, width) + "/" + length));

        for (BigInteger address : addressesAround(first, size, width, random)) {
            boolean inside =
                    address.compareTo(first) >= 0 && address.compareTo(first.add(size)) < 0;
            assertThat(blocks.admit(text(address, width)))
                    .as("%s holds %s", blocks, text(address, width))
                    .isEqualTo(inside);
        }
    }

    private static List<BigInteger> addressesAround(
            BigInteger first, BigInteger size, int width, Random random) {
        BigInteger past = first.add(size);
        List<BigInteger> all =
                new ArrayList<>(
                        List.of(
                                first,
                                first.subtract(BigInteger.ONE),
                                past,
                                past.subtract(BigInteger.ONE),
                                new BigInteger(width, random)));
        all.removeIf(it -> it.signum() < 0 || it.bitLength() > width);
        return all;
    }

    private static String text(BigInteger address, int width) {
        int step = width == 32 ? 8 : 16;
        return IntStream.range(0, width / step)
                .map(i -> width - step * (i + 1))
                .map(shift -> address.shiftRight(shift).intValue() & ((1 << step) - 1))
                .mapToObj(it -> step == 8 ? Integer.toString(it) : Integer.toHexString(it))
                .collect(Collectors.joining(step == 8 ? "." : ":"));
    }
}
