package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.server.controlplane.Required;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is to an OpenID provider, in requests and answers.
 *
 * @param issuer the provider's issuer identifier
 * @param subject the person's identifier there
 */
public record IdentityBody(@Nullable String issuer, @Nullable String subject) {

    static @Nullable IdentityBody of(@Nullable ExternalIdentity identity) {
        return identity == null ? null : new IdentityBody(identity.issuer(), identity.subject());
    }

    ExternalIdentity identity() {
        return new ExternalIdentity(
                Required.field("identity.issuer", issuer),
                Required.field("identity.subject", subject));
    }
}
