package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static io.keyledger.server.ledger.CommandExamples.register;
import static io.keyledger.server.ledger.CommandExamples.rename;
import static io.keyledger.server.ledger.GrantExamples.approve;
import static io.keyledger.server.ledger.GrantExamples.grant;
import static io.keyledger.server.ledger.GrantExamples.redeem;
import static io.keyledger.server.ledger.OAuthEventExamples.ACCOUNT;
import static io.keyledger.server.ledger.OAuthEventExamples.APP;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.api.account.AccountCommand.CloseAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Redemption;
import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.oauthapp.OAuthAppCommand.DeleteOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceCommand.SuspendWorkspace;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

    private static final AtomicInteger KEYS = new AtomicInteger();
    private static TestDatabase database;
    private static LedgerNode node;

    @BeforeAll
    static void start() {
        database = PostgresForTests.freshDatabase();
        node = LedgerNode.start(database);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void aCommandAnswersWhereItHasLeftItsAggregate() {
        var key = key(KEYS.incrementAndGet());

        CommandResult issued = node.commands().send(issue(key), ORIGIN);
        CommandResult renamed = node.commands().send(rename(key, "other"), ORIGIN);

        assertThat(issued.version()).isZero();
        assertThat(renamed.version()).isEqualTo(1);
        assertThat(renamed.position())
                .isEqualTo(position(key.value(), 1))
                .isGreaterThan(issued.position());
    }

    @Test
    void aCommandThatChangesNothingAnswersWhereTheAggregateIs() {
        var key = key(KEYS.incrementAndGet());
        CommandResult issued = node.commands().send(issue(key), ORIGIN);

        CommandResult again = node.commands().send(issue(key), ORIGIN);

        assertThat(again).isEqualTo(issued);
    }

    @Test
    void aCommandAnswersWhatItsAggregateAnswered() {
        GrantId grant = grant(1);
        node.commands().send(approve(grant), ORIGIN);

        CommandResult redeemed = node.commands().send(redeem(grant, 0), ORIGIN);
        CommandResult reused = node.commands().send(redeem(grant, 1), ORIGIN);
        CommandResult revoked = node.commands().send(new RevokeGrant(grant), ORIGIN);

        assertThat(redeemed.version()).isEqualTo(1);
        assertThat(redeemed.answer()).isInstanceOf(Redemption.Succeeded.class);
        assertThat(reused.version()).isEqualTo(2);
        assertThat(reused.answer()).isEqualTo(new Redemption.Reused());
        assertThat(revoked.version()).isEqualTo(2);
        assertThat(revoked.answer()).isNull();
    }

    @Test
    void aRefusalReachesTheCallerAndChangesNothing() {
        var key = key(KEYS.incrementAndGet());
        node.commands().send(issue(key), ORIGIN);

        var refusal =
                catchThrowableOfType(
                        CommandRejected.class, () -> node.commands().send(rename(key, ""), ORIGIN));

        assertThat(refusal.reason()).isEqualTo(RejectionReason.NAME_INVALID);
        assertThat(entries(key.value())).hasSize(1);
    }

    @Test
    void aCommandForWhatDoesNotExistIsRefusedByKind() {
        assertThat(refusalOf(new RevokeApiKey(key(999_999))))
                .isEqualTo(RejectionReason.KEY_UNKNOWN);
        assertThat(refusalOf(new SuspendWorkspace(EventExamples.WORKSPACE)))
                .isEqualTo(RejectionReason.WORKSPACE_UNKNOWN);
        assertThat(refusalOf(new DeleteOAuthApp(new OAuthAppId("app_absentabsentabsent00"))))
                .isEqualTo(RejectionReason.APP_UNKNOWN);
        assertThat(refusalOf(new CloseAccount(new AccountId("acc_absentabsentabsent00"))))
                .isEqualTo(RejectionReason.ACCOUNT_UNKNOWN);
    }

    @Test
    void appsAndAccountsAreAggregatesAsKeysAre() {
        CommandResult app = node.commands().send(register(APP), ORIGIN);
        CommandResult account = node.commands().send(register(ACCOUNT), ORIGIN);

        assertThat(node.commands().send(register(APP), ORIGIN)).isEqualTo(app);
        assertThat(node.commands().send(register(ACCOUNT), ORIGIN)).isEqualTo(account);
        assertThat(entries(APP.value())).hasSize(1);
        assertThat(entries(ACCOUNT.value())).hasSize(1);
    }

    @Test
    void theExpectedVersionIsAccepted() {
        var key = key(KEYS.incrementAndGet());
        CommandResult issued = node.commands().send(issue(key), ORIGIN);

        CommandResult renamed =
                node.commands()
                        .send(rename(key, "other"), ORIGIN, OptionalLong.of(issued.version()));

        assertThat(renamed.version()).isEqualTo(1);
    }

    @Test
    void anotherVersionIsAConflictAndChangesNothing() {
        var key = key(KEYS.incrementAndGet());
        node.commands().send(issue(key), ORIGIN);
        node.commands().send(rename(key, "second"), ORIGIN);

        for (long version : List.of(0L, 2L)) {
            assertThatThrownBy(() ->
                            node.commands()
                                    .send(rename(key, "third"), ORIGIN, OptionalLong.of(version)))
                    .isInstanceOf(VersionConflictException.class);
        }
        assertThat(entries(key.value())).hasSize(2);
    }

    @Test
    void everyEntrySaysWhoFromWhereWhyAndInWhichChain() {
        var key = key(KEYS.incrementAndGet());
        node.commands().send(issue(key), ORIGIN);
        node.commands().send(new PublishHubProfile(ProfileExample.hubnity()), ORIGIN);

        List<@Nullable String> all =
                node.jdbc().sql("select meta_data from ledger_event").query(String.class).list();

        assertThat(all).hasSizeGreaterThan(1).allSatisfy(CommandsTest::hasOrigin);
    }

    private static void hasOrigin(@Nullable String metadata) {
        JsonNode read = JsonMapper.shared().readTree(requireNonNull(metadata));
        assertThat(read.get("actor").asString()).isEqualTo("key:key_operator");
        assertThat(read.get("onBehalfOf").asString()).isEqualTo("user:42");
        assertThat(read.get("sourceAddress").asString()).isEqualTo("203.0.113.9");
        assertThat(read.get("correlationId").asString()).isEqualTo("request-1");
        assertThat(read.get("reason").asString()).isEqualTo("as agreed");
        assertThat(read.get("causationId").asString()).hasSize(36);
        assertThat(read.size()).isEqualTo(6);
    }

    @Test
    void aCommandWithoutOriginIsRefused() {
        var command = new GenericCommandMessage<>(issue(key(KEYS.incrementAndGet())));

        assertThatThrownBy(() -> node.bean(CommandBus.class).dispatch(command))
                .hasMessageContaining("no origin");
    }

    @Test
    void aCommandWithABlankActorIsRefused() {
        var command =
                new GenericCommandMessage<>(
                        issue(key(KEYS.incrementAndGet())),
                        Map.of("actor", " ", "correlationId", "c"));

        assertThatThrownBy(() -> node.bean(CommandBus.class).dispatch(command))
                .hasMessageContaining("no origin");
    }

    @Test
    void anEventWithoutOriginDoesNotEnterTheLedger() {
        var event = GenericEventMessage.asEventMessage(new ApiKeyRevoked(EventExamples.KEY));

        assertThatThrownBy(() -> node.bean(EventStore.class).publish(event))
                .hasMessageContaining("no origin");
        assertThat(entries(EventExamples.KEY.value())).isEmpty();
    }

    @Test
    void aCommandCannotBePartOfAnotherTransaction() {
        var transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(
                                _ -> node.commands().send(issue(key(77)), ORIGIN)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static RejectionReason refusalOf(Object command) {
        return catchThrowableOfType(
                        CommandRejected.class, () -> node.commands().send(command, ORIGIN))
                .reason();
    }

    private static List<@Nullable String> entries(String aggregate) {
        return node.jdbc()
                .sql("select payload from ledger_event where aggregate_identifier = ?")
                .param(aggregate)
                .query(String.class)
                .list();
    }

    private static long position(String aggregate, long version) {
        return node.jdbc()
                .sql(
                        "select global_index from ledger_event where aggregate_identifier = ? and"
                                + " sequence_number = ?")
                .params(aggregate, version)
                .query(Long.class)
                .single();
    }
}
