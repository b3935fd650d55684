package io.keyledger.command;

import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.WITH_OAUTH;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.api.account.AccountCommand;
import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountCommand.RenameAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.apikey.ApiKeyCommand;
import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RenameApiKey;
import io.keyledger.api.campaign.CampaignCommand;
import io.keyledger.api.campaign.CampaignCommand.RenameCampaign;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.hub.HubCommand;
import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.RenameOAuthApp;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceCommand;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.command.examples.InMemoryLedger;
import io.keyledger.command.examples.KnownAccounts;
import io.keyledger.command.examples.KnownApps;
import io.keyledger.command.examples.KnownCampaigns;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommandSideTest {

    private static final IssueApiKey ISSUE =
            new IssueApiKey(
                    KEY,
                    WORKSPACE,
                    "Importer",
                    List.of("read:members"),
                    null,
                    List.of(),
                    Map.of(),
                    secret(1));

    private static final AccountId ACCOUNT = new AccountId("acc_" + "1".repeat(20));
    private static final RegisterOAuthApp REGISTER_APP =
            new RegisterOAuthApp(
                    APP,
                    WORKSPACE,
                    "Sync",
                    List.of(CALLBACK),
                    null,
                    List.of("read:members"),
                    ClientType.PUBLIC,
                    null);

    private final InMemoryLedger ledger =
            new InMemoryLedger(
                    KnownHubs.of(WITH_OAUTH),
                    new KnownWorkspaces().with(WORKSPACE, HUB),
                    new KnownCampaigns(),
                    new KnownAccounts(),
                    new KnownApps(),
                    new SettableClock(NOW));

    @Test
    void everyCommandOfTheLanguageIsHandled() {
        assertThat(ledger.commandNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        HubCommand.class,
                                        WorkspaceCommand.class,
                                        CampaignCommand.class,
                                        ApiKeyCommand.class,
                                        AccountCommand.class,
                                        OAuthAppCommand.class,
                                        GrantCommand.class)
                                .flatMap(CommandSideTest::records)
                                .map(Class::getName)
                                .collect(Collectors.toSet()));
    }

    /** A command may stand under a narrower parent, and under two of them. */
    private static Stream<Class<?>> records(Class<?> parent) {
        return parent.isSealed()
                ? Stream.of(parent.getPermittedSubclasses()).flatMap(CommandSideTest::records)
                : Stream.of(parent);
    }

    @Test
    void everyCommandFindsItsAggregate() {
        ledger.send(new PublishHubProfile(WITH_OAUTH));
        ledger.send(new RegisterWorkspace(WORKSPACE, HUB, "Acme", "team", null));
        ledger.send(ISSUE);
        ledger.send(new RegisterAccount(ACCOUNT, HUB, "ada@example.com", "Ada", null));
        ledger.send(REGISTER_APP);
        assertThat(ledger.events(HUB)).hasSize(1);
        assertThat(ledger.events(WORKSPACE)).hasSize(1);
        assertThat(ledger.events(KEY)).hasSize(1);
        assertThat(ledger.events(ACCOUNT)).hasSize(1);
        assertThat(ledger.events(APP)).hasSize(1);
    }

    @Test
    void whatIsNoCommandOfTheLedgerHasNoTarget() {
        var message = GenericCommandMessage.<String>asCommandMessage("drop");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CommandSide.targets().resolveTarget(message))
                .withMessageContaining("java.lang.String");
    }

    @Nested
    class WhatDoesNotExist {

        @Test
        void isRefusedAsAnUnknownKey() {
            assertRefused(new RenameApiKey(KEY, "Exporter"), RejectionReason.KEY_UNKNOWN);
        }

        @Test
        void isRefusedAsAnUnknownWorkspace() {
            assertRefused(new RenameWorkspace(WORKSPACE, "Ace"), RejectionReason.WORKSPACE_UNKNOWN);
        }

        @Test
        void isRefusedAsAnUnknownCampaign() {
            assertRefused(
                    new RenameCampaign(new CampaignId("cmp_" + "1".repeat(20)), "Spring"),
                    RejectionReason.CAMPAIGN_UNKNOWN);
        }

        @Test
        void isRefusedAsAnUnknownAccount() {
            assertRefused(new RenameAccount(ACCOUNT, "Ada"), RejectionReason.ACCOUNT_UNKNOWN);
        }

        @Test
        void isRefusedAsAnUnknownApp() {
            assertRefused(new RenameOAuthApp(APP, "Sync"), RejectionReason.APP_UNKNOWN);
        }

        @Test
        void isRefusedAsAnUnknownGrant() {
            assertRefused(
                    new RevokeGrant(new GrantId("grt_" + "1".repeat(20))),
                    RejectionReason.GRANT_UNKNOWN);
        }

        private void assertRefused(Object command, RejectionReason reason) {
            assertThatExceptionOfType(CommandRejected.class)
                    .isThrownBy(() -> ledger.send(command))
                    .returns(reason, CommandRejected::reason);
        }

        @Test
        void isNotBroughtAboutByARefusedCreation() {
            IssueApiKey nameless =
                    new IssueApiKey(
                            KEY,
                            WORKSPACE,
                            "",
                            List.of("read:members"),
                            null,
                            List.of(),
                            Map.of(),
                            secret(1));
            assertRefused(nameless, RejectionReason.NAME_INVALID);
            assertRefused(new RenameApiKey(KEY, "Exporter"), RejectionReason.KEY_UNKNOWN);
        }
    }

    @Nested
    class AVersionThatTheCallerHasSeen {

        private void issueAndRename() {
            ledger.send(ISSUE);
            ledger.send(new RenameApiKey(KEY, "Exporter"));
        }

        @Test
        void isAcceptedWhenItIsTheLast() {
            issueAndRename();
            ledger.send(new RenameApiKey(KEY, "Loader"), 1);
            assertThat(ledger.events(KEY)).hasSize(3);
        }

        @Test
        void isAConflictWhenTheKeyHasMovedOn() {
            issueAndRename();
            assertConflict(new RenameApiKey(KEY, "Loader"), 0);
        }

        @Test
        void isAConflictEvenWhenTheCommandWouldChangeNothing() {
            issueAndRename();
            assertConflict(new RenameApiKey(KEY, "Exporter"), 0);
        }

        @Test
        void isAConflictWhenTheKeyNeverCameSoFar() {
            issueAndRename();
            assertConflict(new RenameApiKey(KEY, "Loader"), 2);
        }

        @Test
        void comesAfterARefusal() {
            issueAndRename();
            assertThatExceptionOfType(CommandRejected.class)
                    .isThrownBy(() -> ledger.send(new RenameApiKey(KEY, ""), 0));
        }

        @Test
        void isNotAskedForByACommandThatMayCreate() {
            issueAndRename();
            ledger.send(ISSUE, 0);
            assertThat(ledger.events(KEY)).hasSize(2);
        }

        private void assertConflict(Object command, long version) {
            List<?> before = ledger.events(KEY);
            assertThatExceptionOfType(ConflictingAggregateVersionException.class)
                    .isThrownBy(() -> ledger.send(command, version))
                    .matches(it -> Objects.equals(it.getAggregateIdentifier(), KEY.value()))
                    .matches(it -> it.getActualVersion() == 1);
            assertThat(ledger.events(KEY)).isEqualTo(before);
        }
    }
}
