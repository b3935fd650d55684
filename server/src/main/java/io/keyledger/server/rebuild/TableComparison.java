package io.keyledger.server.rebuild;

/**
 * What the old and the new table of one name held, at the same position of the ledger.
 *
 * @param rowsBefore in the old table
 * @param rowsAfter in the new one
 * @param checksumBefore of what was in the rows of the old table, whatever their order
 */
public record TableComparison(
        String table,
        long rowsBefore,
        long rowsAfter,
        String checksumBefore,
        String checksumAfter) {

    public boolean equal() {
        return rowsBefore == rowsAfter && checksumBefore.equals(checksumAfter);
    }
}
