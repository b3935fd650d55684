package io.keyledger.api.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255",
        "203.0.113.7/32, 203.0.113.7",
        "203.0.113.7/32, ::ffff:203.0.113.7",
        "0.0.0.0/0, 255.255.255.255",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::1/128, 2001:db8::1",
        "2001:db8::/65, 2001:db8::7fff:0:0:1",
        "::/0, ffff::1",
    })
    void blockHoldsItsAddresses(String block, String address) {
        assertThat(AddressBlock.parse(block).contains(IpAddress.parse(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.114.0",
        "203.0.113.7/32, 203.0.113.6",
        "2001:db8::/32, 2001:db9::",
        "2001:db8::/65, 2001:db8::8000:0:0:1",
        "0.0.0.0/0, ::1",
        "::/0, 203.0.113.7",
        "::/0, ::ffff:203.0.113.7",
    })
    void blockHoldsNothingElse(String block, String address) {
        assertThat(AddressBlock.parse(block).contains(IpAddress.parse(address))).isFalse();
    }

    @Test
    void noBlockHoldsWhatIsNoAddress() {
        assertThat(AddressBlock.parse("0.0.0.0/0").contains(null)).isFalse();
        assertThat(AddressBlock.parse("::/0").contains(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0::/32, 2001:db8::/32",
        "::0/0, ::/0",
        "203.0.113.0/24, 203.0.113.0/24"
    })
    void equalBlocksAreEqualHoweverWritten(String written, String canonical) {
        assertThat(AddressBlock.parse(written)).isEqualTo(AddressBlock.parse(canonical));
        assertThat(AddressBlock.parse(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7/24, write 203.0.113.0/24",
        "203.0.113.7, write 203.0.113.7/32",
        "2001:db8::1/32, write 2001:db8::/32",
        "2001:db8::1, write 2001:db8::1/128",
        "::ffff:203.0.113.7/120, write 203.0.113.0/24",
        "::ffff:0:0/96, write 0.0.0.0/0",
    })
    void otherSpellingIsRefusedAndTheRightOneTold(String cidr, String cure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressBlock.parse(cidr))
                .withMessageContaining(cure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "203.0.113.0/",
                "203.0.113.0/33",
                "203.0.113.0/024",
                "203.0.113.0/-1",
                "203.0.113.0/+1",
                "203.0.113.0/1e1",
                "203.0.113.0/24/24",
                "203.0.113.0/99999999999",
                "203.0.113.0/255.255.255.0",
                "2001:db8::/129",
                "::ffff:0:0/95",
                "example.com/24",
                "203.0.113.0 /24",
                "203.0.113.0/٢٤",
                "fe80::%eth0/64",
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressBlock.parse(text))
                .withMessage("expected an address block such as 203.0.113.0/24 or 2001:db8::/32");
    }
}
