package io.keyledger.query.oauth;

import io.keyledger.api.token.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL of {@code used_proof}. */
final class ProofTable {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProofTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /**
     * Marks proofs as used, and returns those that were not before. Does not wait for the disk: a
     * crash of the database forgets the last half second at most, which the nodes' memories have.
     */
    Set<Digest> insert(List<ProofRegister.Waiting> proofs) {
        return transaction.execute(_ -> {
            jdbc.sql("set local synchronous_commit to off").update();
            return insertAll(proofs);
        });
    }

    private Set<Digest> insertAll(List<ProofRegister.Waiting> proofs) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                insert into used_proof (digest, expires_at)
                                select * from unnest(:digests::bytea[], :ends::timestamptz[])
                                on conflict (digest) do nothing returning digest
                                """)
                        .param(
                                "digests",
                                proofs.stream()
                                        .map(it -> it.proof().bytes())
                                        .toArray(byte[][]::new))
                        .param(
                                "ends",
                                proofs.stream()
                                        .map(it -> Timestamp.from(it.until()))
                                        .toArray(Timestamp[]::new))
                        .query((row, _) -> Digest.of(row.getBytes(1)))
                        .list());
    }

    /** Forgets proofs that are too old anyway. */
    int forget(Instant before) {
        return jdbc.sql("delete from used_proof where expires_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
