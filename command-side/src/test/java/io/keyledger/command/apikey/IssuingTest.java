package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.ADDRESS_BLOCK_INVALID;
import static io.keyledger.api.rejection.RejectionReason.EXPIRY_PAST;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.KEY_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.METADATA_INVALID;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.apikey.ApiKeyAggregate.ISSUED;
import static io.keyledger.command.apikey.ApiKeyAggregate.REVOKED;
import static io.keyledger.command.apikey.ApiKeyAggregate.rotated;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuingTest {

    private static final IssueApiKey ISSUE =
            new IssueApiKey(
                    KEY,
                    WORKSPACE,
                    "Importer",
                    List.of("read:members", "write:members"),
                    null,
                    List.of("203.0.113.0/24"),
                    Map.of("team", "red"),
                    secret(1));

    private final ApiKeyAggregate key = new ApiKeyAggregate();

    @Test
    void makesAKeyOfTheWorkspacesHub() {
        key.absentAnd(ISSUE).isThat(ISSUED);
    }

    @Test
    void cutsTheExpiryToTheMillisecond() {
        Instant expiresAt = Instant.parse("2027-01-01T00:00:00.123987654Z");
        key.absentAnd(plain("Importer", List.of("read:members"), expiresAt))
                .isThat(
                        new ApiKeyIssued(
                                KEY,
                                WORKSPACE,
                                HUB,
                                "Importer",
                                List.of("read:members"),
                                Instant.parse("2027-01-01T00:00:00.123Z"),
                                List.of(),
                                Map.of(),
                                secret(1)));
    }

    @Test
    void againWithTheSameSecretChangesNothing() {
        key.issuedAnd(ISSUE).isThatNothingChanged();
    }

    @Test
    void isARetryStillWhenTheKeyHasChangedSince() {
        key.after(new ApiKeyRenamed(KEY, "Importer", "Exporter"), rotated(2, NOW), REVOKED)
                .asked(ISSUE)
                .isThatNothingChanged();
    }

    @Test
    void againWithAnotherSecretIsRefused() {
        key.issuedAnd(withSecret(2)).isNo(KEY_ID_TAKEN);
    }

    @Test
    void withASecretThatTheKeyGotLaterIsNotARetry() {
        key.after(rotated(2, NOW)).asked(withSecret(2)).isNo(KEY_ID_TAKEN);
    }

    @Test
    void forAnUnknownWorkspaceIsRefused() {
        WorkspaceId nobody = new WorkspaceId("ws_NobodyNobodyNobodyNo");
        IssueApiKey command =
                new IssueApiKey(
                        KEY,
                        nobody,
                        "Importer",
                        List.of("read:members"),
                        null,
                        List.of(),
                        Map.of(),
                        secret(1));
        key.absentAnd(command).isNo(WORKSPACE_UNKNOWN, "workspace", nobody.value());
    }

    @Test
    void inAHubWithoutAProfileIsRefused() {
        key.workspaces.with(WORKSPACE, new HubId("nowhere"));
        key.absentAnd(ISSUE).isNo(HUB_UNKNOWN, "hub", "nowhere");
    }

    @Test
    void withoutANameIsRefused() {
        key.absentAnd(plain(" ", List.of("read:members"), null)).isNo(NAME_INVALID, "name", " ");
    }

    @Test
    void withoutAScopeIsRefused() {
        key.absentAnd(plain("Importer", List.of(), null)).isNo(SCOPE_MISSING, "scopes");
    }

    @Test
    void withAnExpiryThatIsNowIsRefused() {
        key.absentAnd(plain("Importer", List.of("read:members"), NOW))
                .isNo(EXPIRY_PAST, "expiresAt", "2026-11-22T12:00:00Z");
    }

    @Test
    void forWhatIsNoAddressBlockIsRefused() {
        IssueApiKey command =
                new IssueApiKey(
                        KEY,
                        WORKSPACE,
                        "Importer",
                        List.of("read:members"),
                        null,
                        List.of("203.0.113.0/24", "everywhere"),
                        Map.of(),
                        secret(1));
        key.absentAnd(command).isNo(ADDRESS_BLOCK_INVALID, "allowedCidrs", "everywhere");
    }

    @Test
    void withMetadataOfNoNameIsRefused() {
        IssueApiKey command =
                new IssueApiKey(
                        KEY,
                        WORKSPACE,
                        "Importer",
                        List.of("read:members"),
                        null,
                        List.of(),
                        Map.of("", "red"),
                        secret(1));
        key.absentAnd(command).isNo(METADATA_INVALID, "metadata", "");
    }

    private static IssueApiKey withSecret(int generation) {
        return new IssueApiKey(
                KEY,
                WORKSPACE,
                "Importer",
                List.of("read:members"),
                null,
                List.of(),
                Map.of(),
                secret(generation));
    }

    private static IssueApiKey plain(
            String name, List<String> scopes, @Nullable Instant expiresAt) {
        return new IssueApiKey(
                KEY, WORKSPACE, name, scopes, expiresAt, List.of(), Map.of(), secret(1));
    }
}
