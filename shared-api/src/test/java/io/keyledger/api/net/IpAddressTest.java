package io.keyledger.api.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::FFFF:cb00:7107, 203.0.113.7",
        "0:0:0:0:0:ffff:203.0.113.7, 203.0.113.7",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8::0001, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:192.0.2.33, 1:2:3:4:5:6:c000:221",
    })
    void literalHasOneCanonicalText(String text, String canonical) {
        IpAddress address = Objects.requireNonNull(IpAddress.parse(text));

        assertThat(address).hasToString(canonical);
        assertThat(IpAddress.parse(canonical)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "1.2.3.256",
                "1.2.3.1000",
                "01.2.3.4",
                "1.2.3.04",
                "0x1.2.3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "1.2.3.-4",
                "١.٢.٣.٤",
                "[::1]",
                "::1%eth0",
                ":",
                ":::",
                "1:",
                ":1",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "::g",
                "::１",
                "::1.2.3",
                "::1.2.3.4:5",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
            })
    void anythingElseIsNoLiteral(String text) {
        assertThat(IpAddress.parse(text)).isNull();
    }

    @Test
    void ipv4CompatibleAddressIsNotIpv4() {
        assertThat(Objects.requireNonNull(IpAddress.parse("::203.0.113.7")).isIpv4()).isFalse();
    }

    @RepeatedTest(2_000)
    void everySpellingOfAnAddressIsTheSameAddress(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int[] groups = IntStream.generate(() -> group(random)).limit(8).toArray();
        IpAddress expected = new IpAddress(word(groups, 0), word(groups, 4));

        for (String spelling : spellings(groups)) {
            assertThat(IpAddress.parse(spelling)).as(spelling).isEqualTo(expected);
        }
        assertThat(IpAddress.parse(expected.toString())).isEqualTo(expected);
    }

    private static int group(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(0x10000) : random.nextInt(2);
    }

    private static long word(int[] groups, int start) {
        return IntStream.range(start, start + 4)
                .mapToLong(i -> (long) groups[i] << (48 - (i - start) * 16))
                .sum();
    }

    /** Written out, with leading zeros, in capitals, and with each run of zeros as the gap. */
    private static List<String> spellings(int[] groups) {
        List<String> all = new ArrayList<>();
        all.add(join(groups, 0, 8));
        all.add(join(groups, 0, 8).toUpperCase(java.util.Locale.ROOT));
        all.add(
                IntStream.of(groups)
                        .mapToObj(group -> String.format("%04x", group))
                        .collect(Collectors.joining(":")));
        for (int start = 0; start < 8; start++) {
            for (int end = start + 1; end <= 8; end++) {
                if (IntStream.range(start, end).allMatch(i -> groups[i] == 0)) {
                    all.add(join(groups, 0, start) + "::" + join(groups, end, 8));
                }
            }
        }
        return all;
    }

    private static String join(int[] groups, int start, int end) {
        Stream<String> parts =
                IntStream.range(start, end).mapToObj(i -> Integer.toHexString(groups[i]));
        return parts.collect(Collectors.joining(":"));
    }
}
