package io.keyledger.server.ledger;

import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RenameApiKey;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppId;
import java.util.List;
import java.util.Map;

public final class CommandExamples {

    public static final Origin ORIGIN =
            new Origin("key:key_operator", "user:42", "203.0.113.9", "request-1", "as agreed");

    private CommandExamples() {}

    /** A key of its own for each number. */
    public static ApiKeyId key(int number) {
        return new ApiKeyId("key_%020d".formatted(number));
    }

    public static IssueApiKey issue(ApiKeyId key) {
        return new IssueApiKey(
                key,
                EventExamples.WORKSPACE,
                "nightly export",
                List.of("members:read"),
                null,
                List.of(),
                Map.of(),
                EventExamples.secret(key.hashCode()));
    }

    public static RenameApiKey rename(ApiKeyId key, String name) {
        return new RenameApiKey(key, name);
    }

    static RegisterOAuthApp register(OAuthAppId app) {
        return new RegisterOAuthApp(
                app,
                EventExamples.WORKSPACE,
                "Sync",
                List.of("https://client.example.com/cb"),
                null,
                List.of("members:read"),
                ClientType.CONFIDENTIAL,
                EventExamples.secret(app.hashCode()));
    }

    static RegisterAccount register(AccountId account) {
        return new RegisterAccount(account, EventExamples.HUB, "ada@example.com", "Ada", null);
    }
}
