package io.keyledger.command.minting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.workspace.WorkspaceId;
import java.security.SecureRandom;

/** Makes identifiers that nobody can guess or count: 119 random bits each. */
public final class IdentifierMint {

    private static final int DIGITS = 20;

    private final SecureRandom random;

    public IdentifierMint(SecureRandom random) {
        this.random = random;
    }

    public WorkspaceId workspaceId() {
        return new WorkspaceId("ws_" + digits());
    }

    public ApiKeyId apiKeyId() {
        return new ApiKeyId("key_" + digits());
    }

    private String digits() {
        byte[] digits = new byte[DIGITS];
        Base62Digits.fill(digits, 0, DIGITS, random);
        return new String(digits, US_ASCII);
    }
}
