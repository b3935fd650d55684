package io.keyledger.server.demo;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.minting.MintedSecret;

/** What the demo has to try OAuth with: an app, and a person whom it may ask. */
record DemoOAuth(
        OAuthAppId app,
        MintedSecret clientSecret,
        AccountId account,
        String email,
        String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DemoOAuth[" + app + ", " + account + "]";
    }
}
