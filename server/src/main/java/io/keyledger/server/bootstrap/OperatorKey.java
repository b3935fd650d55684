package io.keyledger.server.bootstrap;

import io.keyledger.api.apikey.ApiKeyCommand.ChangeApiKeyScopes;
import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first key of an installation, which opens everything. Its secret goes into a file before the
 * key is issued, so that no crash can leave a key behind whose secret nobody has.
 */
@Component
@OnCommandNode
@Order(BootstrapOrder.OPERATOR_KEY)
public final class OperatorKey implements ApplicationRunner {

    /** The file in the data directory that holds the secret: one line, for its owner alone. */
    public static final String FILE = "operator-key";

    /** The workspace of those who run Keyledger. */
    public static final WorkspaceId WORKSPACE = new WorkspaceId("ws_00000000000operators");

    static final ApiKeyId KEY = new ApiKeyId("key_00000000000000000001");

    private static final Logger log = LoggerFactory.getLogger(OperatorKey.class);

    private final Commands commands;
    private final HubProfiles profiles;
    private final KeyDirectory keys;
    private final SecretMint mint;
    private final DataDirectory directory;
    private boolean fresh;

    OperatorKey(
            Commands commands,
            HubProfiles profiles,
            KeyDirectory keys,
            SecretMint mint,
            DataDirectory directory) {
        this.commands = commands;
        this.profiles = profiles;
        this.keys = keys;
        this.mint = mint;
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        HubProfile profile = profiles.current(HubId.KEYLEDGER).orElseThrow();
        List<String> everything = profile.scopes().stream().map(Scope::name).toList();
        if (keys.hubOf(KEY).isEmpty()) {
            issue(profile, everything);
        } else {
            keepUp(everything);
        }
    }

    /** The secret, when this start made the key: to be shown this once. */
    public Optional<String> freshSecret() {
        return fresh ? secret() : Optional.empty();
    }

    /** The secret, while its file is there. */
    public Optional<String> secret() {
        return directory.read(FILE).map(String::strip);
    }

    private void issue(HubProfile profile, List<String> scopes) {
        commands.send(
                new RegisterWorkspace(WORKSPACE, HubId.KEYLEDGER, "Operators", "operator", null),
                origin("first start"));
        MintedSecret secret = planned(profile);
        try {
            commands.send(
                    new IssueApiKey(
                            KEY,
                            WORKSPACE,
                            "Operator key",
                            scopes,
                            null,
                            List.of(),
                            Map.of(),
                            secret.record()),
                    origin("first start"));
            fresh = true;
            log.info("made the operator key; its secret is in {}", directory.resolve(FILE));
        } catch (CommandRejected rejected) {
            anotherNodeWasFirst(rejected);
        }
    }

    /** A start that died after it wrote the file goes on with the secret that it wrote. */
    private MintedSecret planned(HubProfile profile) {
        return secret().map(mint::recognise)
                .orElseGet(() -> {
                    MintedSecret minted = mint.mint(profile.keys().prefix());
                    directory.write(FILE, minted.plaintext() + "\n");
                    return minted;
                });
    }

    private void anotherNodeWasFirst(CommandRejected rejected) {
        if (rejected.reason() != RejectionReason.KEY_ID_TAKEN) {
            throw rejected;
        }
        directory.delete(FILE);
        log.info("the operator key was made by another node; its secret is there");
    }

    /** A new release may have new scopes. A revoked operator key stays as it is. */
    private void keepUp(List<String> scopes) {
        try {
            commands.send(new ChangeApiKeyScopes(KEY, scopes), origin("new scopes of a release"));
        } catch (CommandRejected rejected) {
            log.debug("the operator key stays as it is: {}", rejected.reason());
        }
    }

    private static Origin origin(String reason) {
        return Origin.system("start", CorrelationId.fresh(), reason);
    }
}
