package io.keyledger.server.demo;

import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.minting.MintedSecret;

/** The app that the demo has to try OAuth with. */
record DemoApp(OAuthAppId app, MintedSecret clientSecret) {}
