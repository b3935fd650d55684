package io.keyledger.verdict.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The address blocks (CIDR, RFC 4632 and RFC 4291) that a credential may be used from. */
public final class AddressBlocks {

    /** No limit. */
    public static final AddressBlocks ANYWHERE = new AddressBlocks();

    private AddressBlocks() {}

    /**
     * Compiles address blocks.
     *
     * @param cidrs such as {@code 203.0.113.0/24}; empty means anywhere
     * @throws IllegalArgumentException when one is not an address block
     */
    public static AddressBlocks of(List<String> cidrs) {
        if (!cidrs.isEmpty()) {
            throw new IllegalArgumentException("address blocks are not read yet");
        }
        return ANYWHERE;
    }

    /** Whether {@code address} is in one of the blocks; an unknown address is in none. */
    public boolean admit(@Nullable String address) {
        return address != null || equals(ANYWHERE);
    }
}
