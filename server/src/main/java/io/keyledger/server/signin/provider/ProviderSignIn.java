package io.keyledger.server.signin.provider;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.hub.HubId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.page.Cookies;
import io.keyledger.server.page.PageProblem;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Signs people in with their hub's provider. Who they are here is said by the identity that their
 * account is linked to, and never by an e-mail address, which anybody may claim at some provider.
 */
public final class ProviderSignIn {

    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 32;

    private final Providers providers;
    private final IdentityCheck check;
    private final AccountDirectory accounts;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    ProviderSignIn(
            Providers providers,
            IdentityCheck check,
            AccountDirectory accounts,
            MeterRegistry meters) {
        this.providers = providers;
        this.check = check;
        this.accounts = accounts;
        this.meters = meters;
    }

    /** What people know a hub's provider by; nothing when it has none. */
    public Optional<String> called(HubId hub) {
        return providers.of(hub).map(ConfiguredProvider::name);
    }

    /** The name of the cookie in which the browser keeps the sign-in while it is under way. */
    public static String cookie(HubId hub) {
        return "elsewhere-" + hub.value();
    }

    /**
     * Sends a person to the provider. Nothing is kept of it here.
     *
     * @param back the whole URL to which the provider sends them back
     * @param continuation where they go on then; {@code otherwise} when that is too long to keep
     * @param again whether even somebody who is signed in there is asked
     */
    public Departure start(
            HubId hub, String back, String continuation, String otherwise, boolean again) {
        ClientRegistration client = providers.registration(hub, back);
        StartedSignIn started = StartedSignIn.fresh(this::random, continuation, otherwise);
        String url =
                (again
                                ? ProviderRequests.again(client, started)
                                : ProviderRequests.of(client, started))
                        .getAuthorizationRequestUri();
        return new Departure(url, Cookies.set(cookie(hub), started.cookie(), TIME_TO_SIGN_IN));
    }

    /**
     * Takes a person back from the provider.
     *
     * @param back as it was at the start
     * @param kept what the browser has kept
     * @param query of the request
     */
    public Arrival arrive(HubId hub, String back, Optional<String> kept, String query) {
        Map<String, List<String>> answer = URLUtils.parseParameters(query);
        StartedSignIn started = started(kept, answer).orElseThrow(ProviderSignIn::notAsked);
        ExternalIdentity identity =
                check.identity(providers.registration(hub, back), started, answer);
        AccountStanding account =
                accounts.withIdentity(hub, identity).orElseThrow(() -> nobody(identity));
        count("right");
        return new Arrival(account.account(), started.continuation());
    }

    private static Optional<StartedSignIn> started(
            Optional<String> kept, Map<String, List<String>> answer) {
        String state = MultivaluedMapUtils.getFirstValue(answer, "state");
        return kept.flatMap(StartedSignIn::read).filter(it -> it.state().equals(state));
    }

    private static PageProblem notAsked() {
        return new PageProblem(
                400,
                "This sign-in was not started here",
                "It may have taken too long, or was started in another browser. Please sign in"
                        + " again.");
    }

    private PageProblem nobody(ExternalIdentity identity) {
        count("nobody");
        return new PageProblem(
                403,
                "No account here is linked to this sign-in",
                "You are signed in at %s, as %s. Ask an administrator to link that to your account"
                                .formatted(identity.issuer(), identity.subject())
                        + " here.");
    }

    private void count(String outcome) {
        meters.counter("keyledger.sign.ins", "with", "provider", "outcome", outcome).increment();
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Somebody is on the way to the provider.
     *
     * @param cookie which their browser has to take
     */
    public record Departure(String url, String cookie) {

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "Departure";
        }
    }

    /**
     * Somebody is back, and known.
     *
     * @param continuation where they wanted to go on; to be checked again
     */
    public record Arrival(AccountId account, String continuation) {}
}
