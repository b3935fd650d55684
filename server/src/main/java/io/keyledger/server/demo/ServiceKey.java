package io.keyledger.server.demo;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.ledger.Commands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The key by which the sample APIs ask for verdicts. It can do nothing else. */
final class ServiceKey {

    static final String FILE = "sample-hubs-key";

    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_0000000000000samples");
    private static final ApiKeyId KEY = new ApiKeyId("key_0000000000000samples");
    private static final String PREFIX = "klg";

    private final Commands commands;
    private final KeyDirectory keys;
    private final SecretMint mint;
    private final DataDirectory directory;

    ServiceKey(Commands commands, KeyDirectory keys, SecretMint mint, DataDirectory directory) {
        this.commands = commands;
        this.keys = keys;
        this.mint = mint;
        this.directory = directory;
    }

    /** The file that holds it. */
    Path file() {
        if (keys.hubOf(KEY).isEmpty()) {
            issue();
        }
        return directory.resolve(FILE);
    }

    private void issue() {
        Origin origin = Origin.system("demo", CorrelationId.fresh(), "the sample APIs of the demo");
        commands.send(
                new RegisterWorkspace(
                        WORKSPACE, HubId.KEYLEDGER, "Sample services", "operator", null),
                origin);
        commands.send(
                new IssueApiKey(
                        KEY,
                        WORKSPACE,
                        "Sample APIs",
                        List.of("verify"),
                        null,
                        List.of(),
                        Map.of(),
                        planned().record()),
                origin);
    }

    /** A start that died after it wrote the file goes on with the secret that it wrote. */
    private MintedSecret planned() {
        return directory
                .read(FILE)
                .map(String::strip)
                .map(mint::recognise)
                .orElseGet(() -> {
                    MintedSecret minted = mint.mint(PREFIX);
                    directory.write(FILE, minted.plaintext() + "\n");
                    return minted;
                });
    }
}
