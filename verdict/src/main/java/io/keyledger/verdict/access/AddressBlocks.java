package io.keyledger.verdict.access;

import io.keyledger.api.net.AddressBlock;
import io.keyledger.api.net.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address blocks (CIDR, RFC 4632 and RFC 4291) that a credential may be used from. Two lists of
 * the same blocks in the same order are equal.
 */
public final class AddressBlocks {

    /** No limit. */
    public static final AddressBlocks ANYWHERE = new AddressBlocks(List.of());

    private final List<AddressBlock> blocks;

    private AddressBlocks(List<AddressBlock> blocks) {
        this.blocks = blocks;
    }

    /**
     * Reads blocks.
     *
     * @param cidrs such as {@code 203.0.113.0/24}; empty means anywhere
     * @throws IllegalArgumentException when one is not an address block; the message says what to
     *     write
     */
    public static AddressBlocks of(List<String> cidrs) {
        if (cidrs.isEmpty()) {
            return ANYWHERE;
        }
        return new AddressBlocks(cidrs.stream().map(AddressBlock::parse).toList());
    }

    /** The blocks as they are written; empty for anywhere. */
    public List<String> cidrs() {
        return blocks.stream().map(AddressBlock::toString).toList();
    }

    /**
     * Whether {@code address} is in one of the blocks. An unknown address is in none, and so is
     * what is no IP literal: names are never looked up. An IPv4 client is the same whether written
     * as IPv4 or as IPv4-mapped IPv6.
     */
    public boolean admit(@Nullable String address) {
        if (blocks.isEmpty()) {
            return true;
        }
        IpAddress client = address == null ? null : IpAddress.parse(address);
        return client != null && holds(client);
    }

    private boolean holds(IpAddress client) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).contains(client)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressBlocks that && blocks.equals(that.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    /** The blocks as they are written. */
    @Override
    public String toString() {
        return blocks.toString();
    }
}
