package io.keyledger.server.signin;

import io.keyledger.api.hub.HubId;
import io.keyledger.server.throttle.Place;
import java.util.Locale;

/**
 * Who tries to sign in as whom. Whether there is such an account makes no difference.
 *
 * @param email in lower case, without spaces around it
 * @param place an address, or what stands for all that somebody may have of them
 */
public record Attempt(HubId hub, String email, String place) {

    public static Attempt of(HubId hub, String email, String source) {
        return new Attempt(hub, email.strip().toLowerCase(Locale.ROOT), Place.of(source));
    }

    Account account() {
        return new Account(hub, email);
    }

    record Account(HubId hub, String email) {}
}
