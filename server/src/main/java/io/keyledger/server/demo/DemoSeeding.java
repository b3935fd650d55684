package io.keyledger.server.demo;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.bootstrap.BootstrapOrder;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.hubs.ConfiguredHubs;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.reveal.RecoverableSecrets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/** Makes a workspace, a key and a person for each hub, and an app where it has OAuth; once. */
@Order(BootstrapOrder.DEMO)
final class DemoSeeding implements ApplicationRunner {

    private final ConfiguredHubs hubs;
    private final Commands commands;
    private final KeyDirectory keys;
    private final IdentifierMint identifiers;
    private final SecretMint mint;
    private final RecoverableSecrets recoverable;
    private final DemoPeople people;
    private final DemoApps apps;
    private final DemoFile file;
    private final DemoAddresses addresses;

    DemoSeeding(
            ConfiguredHubs hubs,
            Commands commands,
            KeyDirectory keys,
            IdentifierMint identifiers,
            SecretMint mint,
            RecoverableSecrets recoverable,
            DemoPeople people,
            DemoApps apps,
            DemoFile file,
            DemoAddresses addresses) {
        this.hubs = hubs;
        this.commands = commands;
        this.keys = keys;
        this.identifiers = identifiers;
        this.mint = mint;
        this.recoverable = recoverable;
        this.people = people;
        this.apps = apps;
        this.file = file;
        this.addresses = addresses;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<HubProfile> served =
                hubs.profiles().stream()
                        .filter(profile -> !profile.hub().equals(HubId.KEYLEDGER))
                        .filter(recoverable::canKeep)
                        .toList();
        DemoPlan plan = file.read();
        for (HubProfile profile : served) {
            plan = planned(profile, plan);
        }
        file.write(plan, addresses);
        for (HubProfile profile : served) {
            seed(profile, plan.of(profile.hub()));
        }
    }

    /** What was planned by an earlier start is kept. */
    private DemoPlan planned(HubProfile profile, DemoPlan plan) {
        String hub = profile.hub().value();
        DemoHub demo = plan.hubs().containsKey(hub) ? plan.of(profile.hub()) : planned(profile);
        DemoHub withPerson = demo.person() == null ? demo.with(people.planned()) : demo;
        boolean lacksApp = profile.oauth() != null && demo.app() == null;
        return plan.with(hub, lacksApp ? withPerson.with(apps.planned(profile)) : withPerson);
    }

    private DemoHub planned(HubProfile profile) {
        return new DemoHub(
                identifiers.workspaceId(),
                identifiers.apiKeyId(),
                mint.mint(profile.keys().prefix()),
                null,
                null);
    }

    private void seed(HubProfile profile, DemoHub demo) {
        Origin origin = Origin.system("demo", CorrelationId.fresh(), "the demo of this hub");
        if (keys.hubOf(demo.key()).isEmpty()) {
            seedKey(profile, demo, origin);
        }
        if (demo.person() != null) {
            people.seed(profile, demo.workspace(), demo.person(), origin);
        }
        if (demo.app() != null) {
            apps.seed(profile, demo.workspace(), demo.app(), origin);
        }
    }

    private void seedKey(HubProfile profile, DemoHub demo, Origin origin) {
        commands.send(
                new RegisterWorkspace(
                        demo.workspace(),
                        profile.hub(),
                        "Demo of " + profile.title(),
                        planWithAccess(profile),
                        null),
                origin);
        commands.send(
                new IssueApiKey(
                        demo.key(),
                        demo.workspace(),
                        "Demo key",
                        profile.scopes().stream().map(Scope::name).toList(),
                        null,
                        List.of(),
                        Map.of(),
                        demo.secret().record()),
                origin,
                OptionalLong.empty(),
                recoverable.seal(profile, demo.key(), 1, demo.secret()));
    }

    /** A plan whose credentials are accepted; the first that is. */
    private static String planWithAccess(HubProfile profile) {
        String required = profile.access().requiresEntitlement();
        return profile.plans().entrySet().stream()
                .filter(plan ->
                        required == null || plan.getValue().entitlements().contains(required))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
