package io.keyledger.server.controlplane.caller;

/** A resource's version as an entity tag (RFC 9110 §8.8.3): strong, and the version in quotes. */
public final class EntityTag {

    private EntityTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
