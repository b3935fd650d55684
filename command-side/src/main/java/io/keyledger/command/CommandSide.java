package io.keyledger.command;

import io.keyledger.command.account.Account;
import io.keyledger.command.apikey.ApiKey;
import io.keyledger.command.campaign.Campaign;
import io.keyledger.command.grant.Grant;
import io.keyledger.command.hub.HubRegistry;
import io.keyledger.command.oauthapp.OAuthApp;
import io.keyledger.command.policy.ExpectedVersion;
import io.keyledger.command.snapshot.SnapshotType;
import io.keyledger.command.workspace.Workspace;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;

/**
 * What has to be registered so that commands are handled.
 *
 * <p>The handlers ask for a {@link java.time.Clock}, {@link io.keyledger.command.hub.HubProfiles},
 * {@link io.keyledger.command.workspace.Workspaces}, {@link
 * io.keyledger.command.campaign.Campaigns}, {@link io.keyledger.command.account.Accounts} and
 * {@link io.keyledger.command.oauthapp.OAuthApps} as parameters, which therefore must be
 * resolvable.
 */
public final class CommandSide {

    /**
     * The name of the command metadata that holds the caller's {@code If-Match}: a {@link Long},
     * the sequence number of the last event of the aggregate that the caller has seen.
     */
    public static final String EXPECTED_VERSION = ExpectedVersion.METADATA;

    private CommandSide() {}

    /** Every aggregate. */
    public static List<Class<?>> aggregates() {
        return List.of(
                HubRegistry.class,
                Workspace.class,
                Campaign.class,
                ApiKey.class,
                Account.class,
                OAuthApp.class,
                Grant.class);
    }

    /** The aggregates that have so many events that what they remember is better kept. */
    public static List<SnapshotType> snapshots() {
        return List.of(Grant.SNAPSHOTS);
    }

    /** Finds the aggregate of a command; needed by each of the aggregates. */
    public static CommandTargetResolver targets() {
        return new CommandTargets();
    }

    /** Refuses commands for what does not exist; to be registered with the command bus. */
    public static MessageHandlerInterceptor<CommandMessage<?>> absentTargets() {
        return new AbsentTargets();
    }
}
