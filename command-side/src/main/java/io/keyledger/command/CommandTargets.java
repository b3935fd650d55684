package io.keyledger.command;

import io.keyledger.api.account.AccountCommand;
import io.keyledger.api.apikey.ApiKeyCommand;
import io.keyledger.api.campaign.CampaignCommand;
import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.hub.HubCommand;
import io.keyledger.api.oauthapp.OAuthAppCommand;
import io.keyledger.api.workspace.WorkspaceCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds the aggregate that a command is for, and the version of it that the caller has seen.
 *
 * <p>Where the aggregate has moved on (or never came so far) the command fails with {@link
 * ConflictingAggregateVersionException} and nothing changes. A policy's refusal comes before it. A
 * command that may create its aggregate is held to a version by the aggregate itself, if at all.
 */
final class CommandTargets implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object version = command.getMetaData().get(CommandSide.EXPECTED_VERSION);
        return new VersionedAggregateIdentifier(
                (Object) targetOf(command.getPayload()), (Long) version);
    }

    private static String targetOf(Object command) {
        return switch (command) {
            case HubCommand hub -> hub.hub().value();
            case WorkspaceCommand workspace -> workspace.workspace().value();
            case CampaignCommand campaign -> campaign.campaign().value();
            case ApiKeyCommand key -> key.key().value();
            case AccountCommand account -> account.account().value();
            case OAuthAppCommand app -> app.app().value();
            case GrantCommand grant -> grant.grant().value();
            default -> throw new IllegalArgumentException(command.getClass() + " has no target");
        };
    }
}
