package io.keyledger.server.pepper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.startup.StartupRefused;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class PepperRegisterTest {

    private static final Pepper OLD = pepper("p1", 1);
    private static final Pepper NEW = pepper("p2", 2);

    private final TestDatabase database = PostgresForTests.freshDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aNodeStartsAgainWithThePepperItHad() {
        register(OLD).enter();
        register(OLD).enter();
    }

    @Test
    void anotherKeyUnderTheSameIdIsRefused() {
        register(OLD).enter();

        assertThatThrownBy(() -> register(pepper("p1", 9)).enter())
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("Pepper p1 is not the key");
    }

    @Test
    void aNodeThatLacksAPepperInUseIsRefused() {
        register(OLD).enter();

        assertThatThrownBy(() -> register(NEW).enter())
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("[p1]");
    }

    @Test
    void aPepperIsReplacedWithoutAnInterruption() {
        PepperRegister before = register(OLD);
        before.enter();
        // First every node learns the new one, then it becomes current.
        PepperRegister learned = register(OLD, NEW);
        learned.enter();
        assertThat(before.missing()).isEmpty();

        register(NEW, OLD).enter();

        assertThat(learned.missing()).isEmpty();
    }

    @Test
    void aNodeThatMissedTheNewPepperSaysThatItIsUnfit() {
        PepperRegister before = register(OLD);
        before.enter();
        PepperHealth health = new PepperHealth(before);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        register(NEW, OLD).enter();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("missing", Set.of("p2"));
    }

    @Test
    void aRetiredPepperIsNotAskedFor() {
        register(OLD).enter();

        new PepperRegister(client(), new Peppers(List.of(NEW)), Set.of("p1")).enter();
    }

    private PepperRegister register(Pepper... peppers) {
        return new PepperRegister(client(), new Peppers(List.of(peppers)), Set.of());
    }

    private JdbcClient client() {
        return JdbcClient.create(database.runtime());
    }

    private static Pepper pepper(String id, int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Pepper.of(id, key);
    }
}
