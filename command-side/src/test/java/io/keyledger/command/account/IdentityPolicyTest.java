package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.IDENTITY_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.account.ExternalIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPolicyTest {

    private static final String ISSUER = "https://id.example.com";

    @Test
    void anAccountCanDoWithoutAnIdentity() {
        assertThat(IdentityPolicy.acceptable(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ISSUER,
                "https://id.example.com/",
                "https://id.example.com:8443/realms/acme",
                "http://127.0.0.1:8090",
                "http://localhost:8090/acme"
            })
    void anIssuerCanBe(String issuer) {
        assertThat(IdentityPolicy.acceptable(new ExternalIdentity(issuer, "1"))).isEmpty();
    }

    /** OpenID Connect Core §2: https, without query and fragment. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.example.com",
                "http://id.example.com",
                "https://id.example.com?tenant=1",
                "https://id.example.com/?",
                "https://id.example.com/#",
                "https://user@id.example.com",
                "https://id.example.com/\n",
                "javascript:alert(1)"
            })
    void anIssuerCannotBe(String issuer) {
        assertRefused(issuer, "1", "identity.issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "248289761001", "auth0|5f7c8ec7c33c6c004bbafe82", "a b", "A@B"})
    void aSubjectCanBe(String subject) {
        assertThat(IdentityPolicy.acceptable(new ExternalIdentity(ISSUER, subject))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\0", "\u007F", "\u00E5", "\u0430da", "\u200B1"})
    void aSubjectCannotBe(String subject) {
        assertRefused(ISSUER, subject, "identity.subject");
    }

    @Test
    void aSubjectHasAtMost255Characters() {
        assertThat(IdentityPolicy.acceptable(new ExternalIdentity(ISSUER, "1".repeat(255))))
                .isEmpty();
        assertRefused(ISSUER, "1".repeat(256), "identity.subject");
    }

    private static void assertRefused(String issuer, String subject, String field) {
        assertThat(IdentityPolicy.acceptable(new ExternalIdentity(issuer, subject)))
                .hasValueSatisfying(it -> {
                    assertThat(it.reason()).isEqualTo(IDENTITY_INVALID);
                    assertThat(it.field()).isEqualTo(field);
                });
    }
}
