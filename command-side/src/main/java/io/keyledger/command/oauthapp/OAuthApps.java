package io.keyledger.command.oauthapp;

import io.keyledger.api.oauthapp.OAuthAppId;
import java.util.Optional;

/** What a policy may ask about OAuth apps. Answers are as true as the transaction that asks. */
public interface OAuthApps {

    /** An app, deleted or not; nothing when there never was such an app. */
    Optional<RegisteredApp> find(OAuthAppId app);
}
