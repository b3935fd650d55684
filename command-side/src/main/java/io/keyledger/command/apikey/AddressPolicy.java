package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.ADDRESS_BLOCKS_TOO_MANY;
import static io.keyledger.api.rejection.RejectionReason.ADDRESS_BLOCK_INVALID;

import io.keyledger.api.net.AddressBlock;
import io.keyledger.command.policy.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A key is limited to a few address blocks, or to none. */
final class AddressPolicy {

    private static final int MOST_BLOCKS = 100;

    private AddressPolicy() {}

    static Optional<Rejection> acceptable(List<String> cidrs) {
        if (cidrs.size() > MOST_BLOCKS) {
            return Optional.of(Rejection.of(ADDRESS_BLOCKS_TOO_MANY, "allowedCidrs", cidrs.size()));
        }
        return cidrs.stream()
                .filter(cidr -> !isBlock(cidr))
                .findFirst()
                .map(cidr -> Rejection.of(ADDRESS_BLOCK_INVALID, "allowedCidrs", cidr));
    }

    private static boolean isBlock(String cidr) {
        try {
            AddressBlock.parse(cidr);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** The order in which blocks are written says nothing, nor does one that is written twice. */
    static boolean same(List<String> some, List<String> others) {
        return Set.copyOf(some).equals(Set.copyOf(others));
    }
}
