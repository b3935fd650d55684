package io.keyledger.server.oauth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.oauth.SomeKeys;
import io.keyledger.server.oauth.keys.SigningKeyProperties.ConfiguredKey;
import io.keyledger.server.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeySourceTest {

    private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("a").build();

    @TempDir private Path folder;
    private DataDirectory data;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        data.close();
    }

    private SigningKeys keys(ConfiguredKey... configured) {
        return SigningKeySource.keys(List.of(configured), data, false);
    }

    private static ConfiguredKey inline(String key) {
        return new ConfiguredKey(key, null);
    }

    @Test
    void aKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        SigningKeys made = SigningKeySource.keys(List.of(), data, true);
        SigningKeys found = SigningKeySource.keys(List.of(), data, true);

        assertThat(made.all()).hasSize(1);
        assertThat(found.current().orElseThrow().id()).isEqualTo(made.current().orElseThrow().id());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("signing-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noneIsMadeWhereOthersUseTheDatabaseToo() {
        assertThat(keys().all()).isEmpty();
        assertThat(data.read("signing-key")).isEmpty();
    }

    @Test
    void theFirstSignsAndAllArePublished() throws IOException {
        String current = SomeKeys.pkcs8("RSA", 2048);
        Path older = Files.writeString(folder.resolve("older"), SomeKeys.pkcs8("RSA", 3072));

        SigningKeys keys = keys(inline(current), new ConfiguredKey(null, older));

        assertThat(keys.all()).hasSize(2);
        assertThat(keys.current().orElseThrow().id())
                .isEqualTo(keys(inline(current)).current().orElseThrow().id());
        assertThat(keys.published().getKeys())
                .hasSize(2)
                .noneMatch(JWK::isPrivate)
                .allMatch(key -> key.getKeyID().length() == 43);
    }

    @Test
    void theSameClaimsAreSignedTheSameWay() {
        String key = SomeKeys.pkcs8("RSA", 2048);

        assertThat(keys(inline(key)).current().orElseThrow().sign(CLAIMS))
                .isEqualTo(keys(inline(key)).current().orElseThrow().sign(CLAIMS));
    }

    @Test
    void theLinesOfPemMayBeLeftOut() {
        String pem = SomeKeys.pkcs8("RSA", 2048);
        String base64 = pem.lines().filter(it -> !it.startsWith("-")).reduce("", String::concat);

        assertThat(keys(inline(base64)).all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "!!", "-----BEGIN PRIVATE KEY-----\nAAAA\n"})
    void whatIsNoKeyIsRefusedWithoutShowingIt(String key) {
        assertThatThrownBy(() -> keys(inline(key)))
                .isInstanceOf(StartupRefused.class)
                .hasMessage(
                        "Signing key keyledger.oauth.signing-keys[0] is not an RSA key in PKCS#8.");
    }

    @Test
    void aKeyOfAnotherKindOrTooShortIsRefused() {
        assertThatThrownBy(() -> keys(inline(SomeKeys.pkcs8("EC", 256))))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("not an RSA key");
        assertThatThrownBy(() -> keys(inline(SomeKeys.pkcs8("RSA", 1024))))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("has 1024 bits, fewer than 2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PUBLIC KEY"})
    void anotherFormIsToldFromABrokenOne(String kind) {
        String pem = "-----BEGIN " + kind + "-----\nAAAA\n-----END " + kind + "-----";

        assertThatThrownBy(() -> keys(inline(pem)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void aKeyIsGivenInOneWayAndOnce() {
        String key = SomeKeys.pkcs8("RSA", 2048);

        assertThatThrownBy(() -> keys(new ConfiguredKey(null, null)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("either a key or a file");
        assertThatThrownBy(() -> keys(new ConfiguredKey(key, folder)))
                .isInstanceOf(StartupRefused.class);
        assertThatThrownBy(() -> keys(inline(key), inline(key)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("twice");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> keys(new ConfiguredKey(null, missing)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("keyledger.oauth.signing-keys[0].file")
                .hasMessageContaining("missing");
    }

    @Test
    void nothingOfAKeyIsTold() {
        String key = SomeKeys.pkcs8("RSA", 2048);

        assertThat(inline(key).toString() + new SigningKeyFile("A key", key) + keys(inline(key)))
                .doesNotContain(key.substring(40, 60));
    }
}
