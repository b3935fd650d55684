package io.keyledger.server.signin.provider;

import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.signin.OtherWays;
import io.keyledger.server.signin.SignInLinks;
import java.util.Optional;

/** Offers the provider on the sign-in page. */
final class ProviderLink implements OtherWays {

    private final Providers providers;

    ProviderLink(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Optional<Way> of(OAuthHub hub, String continuation, boolean again) {
        return providers
                .of(hub.id())
                .map(provider ->
                        new Way(
                                provider.name(),
                                SignInLinks.link(ProviderStart.NAME, continuation, again)));
    }
}
