package io.keyledger.server.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.profile.BundledHubProfiles;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SealedSecretKeepingTest {

    private static final HubId RECOVERABLE = new HubId("hubhus");
    private static final HubId SHOWN_ONCE = new HubId("hubnity");
    private static final ApiKeyId KEY = new ApiKeyId("key_0123456789abcdefghij");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_0123456789ABCDEFGHIJ");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);
    private static final SecretRecord RECORD =
            new SecretRecord(new Digest(1, 2, 3, 4), "p1", "hhs_…a1B2");

    private final RevealKey revealKey = RevealKey.of(new byte[32]);
    private TestDatabase database;
    private SealedSecretTable table;
    private SealedSecretKeeping keeping;
    private HubId hub = RECOVERABLE;

    @BeforeEach
    void freshTable() {
        database = PostgresForTests.freshDatabase();
        table = new SealedSecretTable(JdbcClient.create(database.runtime()));
        keeping = new SealedSecretKeeping(table, new Bundled(), _ -> Optional.of(hub));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void keepsTheCopyThatCameWithTheCommand() {
        issue(sealed(1));

        assertThat(generations()).containsExactly(1);
    }

    @Test
    void cannotIssueWithoutACopy() {
        assertThatThrownBy(() -> issue(null)).hasMessageContaining("no sealed copy");
    }

    @Test
    void keepsNothingOfAHubThatShowsSecretsOnce() {
        hub = SHOWN_ONCE;

        issue(sealed(1));

        assertThat(generations()).isEmpty();
    }

    @Test
    void whatBringsASecretThatItDoesNotKnowNeedsNoCopy() {
        during(new RevokeApiKey(KEY), null, () -> keeping.on(issued(), NOW));

        assertThat(generations()).isEmpty();
    }

    @Test
    void aCopyForAnotherGenerationIsALostRace() {
        assertThatThrownBy(() -> issue(sealed(2))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void aRotationKeepsBothForTheGrace() {
        issue(sealed(1));
        rotate(2, 1, LATER);

        assertThat(generations()).containsExactly(1, 2);
    }

    @Test
    void aRotationWithoutGraceErasesTheOldOneAtOnce() {
        issue(sealed(1));
        rotate(2, 1, NOW);

        assertThat(generations()).containsExactly(2);
    }

    @Test
    void whatIsRotatedAwayTwiceIsErased() {
        issue(sealed(1));
        rotate(2, 1, LATER);
        rotate(3, 2, LATER);

        assertThat(generations()).containsExactly(2, 3);
    }

    @Test
    void theEndOfTheGraceErasesTheOldOne() {
        issue(sealed(1));
        rotate(2, 1, LATER);

        keeping.on(new ApiKeySecretRetired(KEY, 1), NOW);

        assertThat(generations()).containsExactly(2);
    }

    @Test
    void aRevocationErasesAll() {
        issue(sealed(1));
        rotate(2, 1, LATER);

        keeping.on(new ApiKeyRevoked(KEY), NOW);

        assertThat(generations()).isEmpty();
    }

    @Test
    void aHubThatShowsSecretsOnceFromNowOnForgetsThem() {
        issue(sealed(1));
        keeping.on(new HubProfilePublished(SHOWN_ONCE, 2, profile(SHOWN_ONCE)));
        assertThat(generations()).containsExactly(1);

        keeping.on(new HubProfilePublished(RECOVERABLE, 2, profile(RECOVERABLE)));
        assertThat(generations()).containsExactly(1);

        hub = RECOVERABLE;
        keeping.on(new HubProfilePublished(RECOVERABLE, 3, profile(SHOWN_ONCE)));
        assertThat(generations()).isEmpty();
    }

    @Test
    void olderCopiesAreSealedAnewAndThenTheOldKeyCanGo() {
        RevealKey newer = RevealKey.of(new byte[33]);
        IntStream.rangeClosed(1, 450).forEach(it -> table.insert(RECOVERABLE, sealed(it)));
        var upkeep = upkeep(newer, revealKey);
        assertThat(upkeep.lost()).isEmpty();
        assertThat(upkeep(newer).lost()).isEqualTo(Map.of(revealKey.id(), 450L));

        upkeep.sealAnew();

        assertThat(upkeep(newer).lost()).isEmpty();
        assertThat(table.of(KEY))
                .hasSize(450)
                .allSatisfy(it ->
                        assertThat(SecretSeal.open(newer, it))
                                .isEqualTo("secret " + it.generation()));
    }

    private RevealKeyUpkeep upkeep(RevealKey... keys) {
        DataSource source = database.runtime();
        var transactions = new DataSourceTransactionManager(source);
        return new RevealKeyUpkeep(
                new RevealKeys(List.of(keys)),
                new SealedSecretTable(JdbcClient.create(source)),
                List::of,
                new TransactionTemplate(transactions));
    }

    private void issue(@Nullable SealedSecret sealed) {
        IssueApiKey command =
                new IssueApiKey(
                        KEY, WORKSPACE, "Shop", List.of("read"), null, List.of(), Map.of(), RECORD);
        during(command, sealed, () -> keeping.on(issued(), NOW));
    }

    private ApiKeyIssued issued() {
        return new ApiKeyIssued(
                KEY, WORKSPACE, hub, "Shop", List.of("read"), null, List.of(), Map.of(), RECORD);
    }

    private void rotate(int generation, int previous, Instant previousValidUntil) {
        ApiKeyRotated event =
                new ApiKeyRotated(KEY, generation, RECORD, previous, previousValidUntil);
        during(event, sealed(generation), () -> keeping.on(event, NOW));
    }

    private static void during(Object command, @Nullable SealedSecret sealed, Runnable handling) {
        Map<String, ?> metadata = sealed == null ? Map.of() : Map.of("enclosure", sealed);
        var result =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(command, metadata))
                        .executeWithResult(() -> {
                            handling.run();
                            return "";
                        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    private SealedSecret sealed(int generation) {
        return SecretSeal.seal(revealKey, KEY, generation, "secret " + generation);
    }

    private List<Integer> generations() {
        return table.of(KEY).stream().map(SealedSecret::generation).toList();
    }

    private static HubProfile profile(HubId hub) {
        return BundledHubProfiles.all().stream()
                .filter(it -> it.hub().equals(hub))
                .findFirst()
                .orElseThrow();
    }

    private static final class Bundled implements HubProfiles {

        @Override
        public Optional<HubProfile> current(HubId hub) {
            return Optional.of(profile(hub));
        }

        @Override
        public List<HubProfile> others(HubId hub) {
            return List.of();
        }

        @Override
        public boolean hasLiveKeys(HubId hub) {
            return false;
        }
    }
}
