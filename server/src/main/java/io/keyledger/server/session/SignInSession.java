package io.keyledger.server.session;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.token.Digest;
import java.time.Instant;

/**
 * A browser in which a person is signed in at a hub.
 *
 * @param digest of the secret that the browser holds
 * @param signedInAt when the person last proved who they are
 */
public record SignInSession(Digest digest, AccountId account, HubId hub, Instant signedInAt) {}
