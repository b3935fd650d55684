package io.keyledger.server.throttle;

import io.keyledger.api.net.IpAddress;

/** Where somebody is, as far as their address tells. */
public final class Place {

    private static final int NETWORK = 64;

    private Place() {}

    /**
     * An IPv6 network of 64 bits is one place: whoever has one address of it has them all.
     *
     * @param address as it was seen; what is no address is a place of its own
     */
    public static String of(String address) {
        IpAddress ip = IpAddress.parse(address);
        return ip == null || ip.isIpv4() ? address : ip.prefix(NETWORK).toString();
    }
}
