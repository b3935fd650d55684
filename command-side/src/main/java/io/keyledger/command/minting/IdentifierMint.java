package io.keyledger.command.minting;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import java.security.SecureRandom;

/** Makes identifiers that nobody can guess or count: 119 random bits each. */
public final class IdentifierMint {

    private static final int DIGITS = 20;
    private static final int DOCUMENTATION_DIGITS = 27;

    private final SecureRandom random;

    public IdentifierMint(SecureRandom random) {
        this.random = random;
    }

    public WorkspaceId workspaceId() {
        return new WorkspaceId("ws_" + digits(DIGITS));
    }

    public ApiKeyId apiKeyId() {
        return new ApiKeyId("key_" + digits(DIGITS));
    }

    public CampaignId campaignId() {
        return new CampaignId("cmp_" + digits(DIGITS));
    }

    public OAuthAppId oauthAppId() {
        return new OAuthAppId("app_" + digits(DIGITS));
    }

    public AccountId accountId() {
        return new AccountId("acc_" + digits(DIGITS));
    }

    public GrantId grantId() {
        return new GrantId("grt_" + digits(DIGITS));
    }

    /** The {@code jti} (RFC 7519 §4.1.7) of an access token that succeeds no other secret. */
    public String tokenId() {
        return digits(DIGITS);
    }

    /** More digits than an identifier: it alone opens what it stands for. */
    public DocumentationId documentationId() {
        return new DocumentationId(digits(DOCUMENTATION_DIGITS));
    }

    private String digits(int count) {
        return Base62Digits.random(count, random);
    }
}
