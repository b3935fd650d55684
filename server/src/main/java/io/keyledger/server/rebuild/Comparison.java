package io.keyledger.server.rebuild;

import java.util.List;

/**
 * What the old and the new tables of a read model held.
 *
 * @param position of the entry of the ledger that both had taken in last
 */
public record Comparison(long position, List<TableComparison> tables) {

    public boolean equal() {
        return tables.stream().allMatch(TableComparison::equal);
    }
}
