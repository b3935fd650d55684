package io.keyledger.command.minting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.CampaignId;
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

    /** More digits than an identifier: it alone opens what it stands for. */
    public DocumentationId documentationId() {
        return new DocumentationId(digits(DOCUMENTATION_DIGITS));
    }

    private String digits(int count) {
        byte[] digits = new byte[count];
        Base62Digits.fill(digits, 0, count, random);
        return new String(digits, US_ASCII);
    }
}
