package io.keyledger.resourceserver.web;

import io.keyledger.verdict.access.AddressBlocks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who sends a request, and over what, as the container knows it. */
final class Peer {

    private static final AddressBlocks LOOPBACK =
            AddressBlocks.of(List.of("127.0.0.0/8", "::1/128"));

    private Peer() {}

    /** Without the zone that an IPv6 address may have. */
    static String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** Plain HTTP from another machine: nobody listens in on what has not left this one. */
    static boolean canBeOverheard(HttpServletRequest request) {
        return !request.isSecure() && !LOOPBACK.admit(address(request));
    }
}
