package io.keyledger.server.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one process. Two processes never share a name, not even two starts of the same one: what a
 * node holds (claims, leases, confirmations) is held under it, and the process id and host name
 * that Axon would take are the same in two containers.
 */
public record NodeName(String value) {

    /** A new name: the host's, to be recognised by people, and eight random digits. */
    public static NodeName unique() {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return new NodeName(host() + "-" + random);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
