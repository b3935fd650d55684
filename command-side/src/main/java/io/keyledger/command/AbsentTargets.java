package io.keyledger.command;

import static io.keyledger.api.rejection.RejectionReason.ACCOUNT_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.APP_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.GRANT_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.KEY_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;

import io.keyledger.api.account.AccountCommand;
import io.keyledger.api.apikey.ApiKeyCommand;
import io.keyledger.api.campaign.CampaignCommand;
import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.hub.HubCommand;
import io.keyledger.api.oauthapp.OAuthAppCommand;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Answers a command for something that does not exist with a reason of the closed list. */
final class AbsentTargets implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (AggregateNotFoundException absent) {
            throw CommandRejected.because(reasonFor(unitOfWork.getMessage().getPayload(), absent));
        }
    }

    private static RejectionReason reasonFor(Object command, AggregateNotFoundException absent) {
        return switch (command) {
            case HubCommand hub -> HUB_UNKNOWN;
            case WorkspaceCommand workspace -> WORKSPACE_UNKNOWN;
            case CampaignCommand campaign -> CAMPAIGN_UNKNOWN;
            case ApiKeyCommand key -> KEY_UNKNOWN;
            case AccountCommand account -> ACCOUNT_UNKNOWN;
            case OAuthAppCommand app -> APP_UNKNOWN;
            case GrantCommand grant -> GRANT_UNKNOWN;
            default -> throw absent;
        };
    }
}
