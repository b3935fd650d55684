package io.keyledger.server.signin;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.net.IpAddress;
import java.util.Locale;

/**
 * Who tries to sign in as whom. Whether there is such an account makes no difference.
 *
 * @param email in lower case, without spaces around it
 * @param place an address, or what stands for all that somebody may have of them
 */
record Attempt(HubId hub, String email, String place) {

    private static final int NETWORK = 64;

    static Attempt of(HubId hub, String email, String source) {
        return new Attempt(hub, email.strip().toLowerCase(Locale.ROOT), place(source));
    }

    Account account() {
        return new Account(hub, email);
    }

    /** An IPv6 network of 64 bits is one place: whoever has one address of it has them all. */
    private static String place(String source) {
        IpAddress address = IpAddress.parse(source);
        return address == null || address.isIpv4() ? source : address.prefix(NETWORK).toString();
    }

    record Account(HubId hub, String email) {}
}
