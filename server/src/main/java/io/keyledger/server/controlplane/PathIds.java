package io.keyledger.server.controlplane;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.function.Function;

/** Identifiers in paths. One that has not the form of an identifier is one that does not exist. */
public final class PathIds {

    private PathIds() {}

    public static HubId hub(String value) {
        return id(value, HubId::new, RejectionReason.HUB_UNKNOWN);
    }

    public static WorkspaceId workspace(String value) {
        return id(value, WorkspaceId::new, RejectionReason.WORKSPACE_UNKNOWN);
    }

    public static CampaignId campaign(String value) {
        return id(value, CampaignId::new, RejectionReason.CAMPAIGN_UNKNOWN);
    }

    public static ApiKeyId key(String value) {
        return id(value, ApiKeyId::new, RejectionReason.KEY_UNKNOWN);
    }

    public static OAuthAppId app(String value) {
        return id(value, OAuthAppId::new, RejectionReason.APP_UNKNOWN);
    }

    public static AccountId account(String value) {
        return id(value, AccountId::new, RejectionReason.ACCOUNT_UNKNOWN);
    }

    public static GrantId grant(String value) {
        return id(value, GrantId::new, RejectionReason.GRANT_UNKNOWN);
    }

    private static <T> T id(String value, Function<String, T> read, RejectionReason unknown) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException _) {
            throw CommandRejected.because(unknown);
        }
    }
}
