package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.EMAIL_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.policy.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "Ada.Lovelace@Example.COM",
                "ada+keyledger@example.com",
                "o'brien@example.ie",
                "a@b.dk",
                "1@2.example",
                "ada@sub.sub.example.com",
                "ada@xn--bcher-kva.example",
                "!#$%&'*+/=?^_`{|}~-@example.com"
            })
    void anAddressCanBe(String email) {
        assertThat(EmailPolicy.acceptable(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@",
                "@example.com",
                "ada@",
                "ada@localhost",
                "ada@example.",
                "ada@.example.com",
                "ada@example..com",
                "ada@-example.com",
                "ada@example-.com",
                "ada@exa_mple.com",
                "ada@[203.0.113.7]",
                "ada@@example.com",
                "ada@bob@example.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "ada @example.com",
                " ada@example.com",
                "ada@example.com ",
                "\"ada\"@example.com",
                "Ada <ada@example.com>",
                "ada@example.com,bob@example.com",
                "ada@example.com;bob@example.com",
                "ada@example.com\n",
                "ada@example.com\r\nBcc: bob@example.com",
                "ada\0@example.com",
                "ada(comment)@example.com"
            })
    void anAddressCannotBe(String email) {
        assertRefused(email);
    }

    /** Whose capital or look is another's: one person could be taken for another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "m\u0131ke@example.com",
                "mi\u212Ae@example.com",
                "\u0430da@example.com",
                "ada@ex\u0430mple.com",
                "ada@example\u3002com",
                "ada\uFF20example.com",
                "ada@example.com\u202E"
            })
    void anAddressCannotHaveLettersThatLookLikeOthers(String email) {
        assertRefused(email);
    }

    @Test
    void anAddressHasAtMost254CharactersAnd64BeforeTheSign() {
        String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(61);
        assertThat(EmailPolicy.acceptable("x".repeat(64) + "@" + domain)).isEmpty();
        assertRefused("x".repeat(64) + "@" + domain + "c");
        assertRefused("x".repeat(65) + "@example.com");
        assertRefused("ada@" + "a".repeat(64) + ".com");
    }

    @Test
    void anEndlessAddressIsRefusedAtOnce() {
        assertRefused("a.".repeat(10_000_000));
    }

    private static void assertRefused(String email) {
        assertThat(EmailPolicy.acceptable(email)).map(Rejection::reason).contains(EMAIL_INVALID);
    }
}
