package io.keyledger.server.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountPasswordsTest {

    private static final AccountId ACCOUNT = new AccountId("acc_" + "m".repeat(20));
    private static final AccountId OTHER = new AccountId("acc_" + "o".repeat(20));
    private static final String PASSWORD = "correct horse battery";

    private final CountingEncoder encoder = new CountingEncoder(argon2(1_024));
    private TestDatabase database;
    private AccountPasswordTable table;
    private AccountPasswordKeeping keeping;
    private AccountPasswords passwords;

    @BeforeEach
    void freshTable() {
        database = PostgresForTests.freshDatabase();
        table = new AccountPasswordTable(JdbcClient.create(database.runtime()));
        keeping = new AccountPasswordKeeping(table);
        passwords = new AccountPasswords(encoder, table, 2);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void thePasswordOfTheAccountIsRightAndNoOther() {
        set(passwords.hash(PASSWORD));

        assertThat(passwords.verify(ACCOUNT, PASSWORD)).isTrue();
        assertThat(passwords.verify(ACCOUNT, "correct horse batterY")).isFalse();
        assertThat(passwords.verify(OTHER, PASSWORD)).isFalse();
    }

    @Test
    void whatIsKeptIsAnArgon2idHashAndEachHasItsOwnSalt() {
        PasswordHash one = passwords.hash(PASSWORD);

        assertThat(one.value()).startsWith("$argon2id$v=19$m=1024,t=2,p=1$");
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(one);
        assertThat(one.toString()).doesNotContain("argon2id");
    }

    @Test
    void whoeverIsNotThereCostsAsMuchAsWhoeverIs() {
        set(passwords.hash(PASSWORD));

        passwords.verify(null, PASSWORD);
        passwords.verify(OTHER, PASSWORD);
        passwords.verify(ACCOUNT, "wrong password");

        assertThat(encoder.compared).hasSize(3).allMatch(it -> it.startsWith("$argon2id$"));
        assertThat(encoder.compared.get(0)).isEqualTo(encoder.compared.get(1));
    }

    @Test
    void aHashOfWeakerParametersIsReplacedWhenThePasswordIsRight() {
        set(new PasswordHash(Objects.requireNonNull(argon2(512).encode(PASSWORD))));

        assertThat(passwords.verify(ACCOUNT, "wrong password")).isFalse();
        assertThat(kept()).contains("m=512");
        assertThat(passwords.verify(ACCOUNT, PASSWORD)).isTrue();
        assertThat(kept()).contains("m=1024");
        assertThat(passwords.verify(ACCOUNT, PASSWORD)).isTrue();
    }

    @Test
    void aHashThatWasSetMeanwhileIsNotReplacedByARenewedOne() {
        PasswordHash old = passwords.hash(PASSWORD);
        PasswordHash set = passwords.hash("another password");
        table.put(ACCOUNT, set);

        table.replace(ACCOUNT, old, passwords.hash(PASSWORD));

        assertThat(kept()).isEqualTo(set.value());
    }

    @Test
    void oneLetterWrittenInTwoWaysIsOneLetter() {
        set(passwords.hash("caf\u00E9 au lait, bitte"));

        assertThat(passwords.verify(ACCOUNT, "cafe\u0301 au lait, bitte")).isTrue();
    }

    @Test
    void aPasswordHasTwelveTo128Characters() {
        assertThat(passwords.hash("😀".repeat(12))).isNotNull();
        assertThat(passwords.hash("x".repeat(128))).isNotNull();
        for (String bad : List.of("", "x".repeat(11), "😀".repeat(11), "x".repeat(129))) {
            assertThatThrownBy(() -> passwords.hash(bad))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            it -> {
                                assertThat(it.reason()).isEqualTo(RejectionReason.PASSWORD_INVALID);
                                assertThat(it.offendingValue()).isNull();
                            });
        }
    }

    @Test
    void aNewPasswordTakesTheOldOnesPlace() {
        set(passwords.hash(PASSWORD));
        set(passwords.hash("another password"));

        assertThat(passwords.verify(ACCOUNT, PASSWORD)).isFalse();
        assertThat(passwords.verify(ACCOUNT, "another password")).isTrue();
    }

    @Test
    void noPasswordIsSetWithoutItsHash() {
        assertThatThrownBy(() -> set(null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedAccountHasNoPasswordAndARenamedOneKeepsIts() {
        set(passwords.hash(PASSWORD));

        keeping.on(new AccountRenamed(ACCOUNT, "Mia", "Mia M."));
        assertThat(passwords.verify(ACCOUNT, PASSWORD)).isTrue();

        keeping.on(new AccountClosed(ACCOUNT));
        assertThat(passwords.verify(ACCOUNT, PASSWORD)).isFalse();
    }

    private String kept() {
        return table.find(ACCOUNT).orElseThrow().value();
    }

    private void set(@Nullable PasswordHash hash) {
        Map<String, ?> metadata = hash == null ? Map.of() : Map.of("enclosure", hash);
        var result =
                DefaultUnitOfWork.startAndGet(
                                new GenericCommandMessage<>(
                                        new SetAccountPassword(ACCOUNT), metadata))
                        .executeWithResult(() -> {
                            keeping.on(new AccountPasswordSet(ACCOUNT));
                            return "";
                        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    private static Argon2PasswordEncoder argon2(int memory) {
        return new Argon2PasswordEncoder(16, 32, 1, memory, 2);
    }

    /** Remembers which hashes were compared with. */
    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final List<String> compared = new ArrayList<>();

        CountingEncoder(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.add(String.valueOf(hash));
            return encoder.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
