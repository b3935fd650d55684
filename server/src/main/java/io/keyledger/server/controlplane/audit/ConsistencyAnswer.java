package io.keyledger.server.controlplane.audit;

import io.keyledger.query.proof.Hash;
import java.util.List;

/**
 * Proof that the ledger of one size is the beginning of the ledger of another.
 *
 * @param from the smaller size
 * @param to the larger size
 * @param fromRoot the root of the smaller; this and the others in base64
 * @param toRoot the root of the larger
 * @param path the hashes that both are made of, the lowest first
 */
record ConsistencyAnswer(long from, long to, String fromRoot, String toRoot, List<String> path) {

    static ConsistencyAnswer of(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> path) {
        return new ConsistencyAnswer(
                from,
                to,
                fromRoot.base64(),
                toRoot.base64(),
                path.stream().map(Hash::base64).toList());
    }
}
