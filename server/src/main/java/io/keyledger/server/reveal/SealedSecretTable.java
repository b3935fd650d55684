package io.keyledger.server.reveal;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code sealed_secret}. */
final class SealedSecretTable {

    private final JdbcClient jdbc;

    SealedSecretTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(HubId hub, SealedSecret sealed) {
        jdbc.sql(
                        """
                        insert into sealed_secret
                            (credential_id, generation, hub_id, reveal_key, ciphertext)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        sealed.key().value(),
                        sealed.generation(),
                        hub.value(),
                        sealed.revealKey(),
                        sealed.ciphertext())
                .update();
    }

    /** Oldest first. */
    List<SealedSecret> of(ApiKeyId key) {
        return jdbc.sql("select * from sealed_secret where credential_id = ? order by generation")
                .param(key.value())
                .query(SealedSecretTable::read)
                .list();
    }

    void erase(ApiKeyId key) {
        jdbc.sql("delete from sealed_secret where credential_id = ?").param(key.value()).update();
    }

    void erase(ApiKeyId key, int generation) {
        jdbc.sql("delete from sealed_secret where credential_id = ? and generation = ?")
                .params(key.value(), generation)
                .update();
    }

    void eraseBefore(ApiKeyId key, int generation) {
        jdbc.sql("delete from sealed_secret where credential_id = ? and generation < ?")
                .params(key.value(), generation)
                .update();
    }

    void erase(HubId hub) {
        jdbc.sql("delete from sealed_secret where hub_id = ?").param(hub.value()).update();
    }

    /** How many secrets are sealed under each reveal key. */
    Map<String, Long> countByRevealKey() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select reveal_key, count(*) from sealed_secret group by reveal_key")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /**
     * Some that are sealed under one of these keys, locked; those that others hold are left out.
     */
    List<SealedSecret> someUnder(List<String> revealKeys, int limit) {
        return jdbc.sql(
                        """
                        select * from sealed_secret where reveal_key = any(?)
                        limit ? for update skip locked
                        """)
                .params(revealKeys.toArray(String[]::new), limit)
                .query(SealedSecretTable::read)
                .list();
    }

    void replace(SealedSecret sealed) {
        jdbc.sql(
                        """
                        update sealed_secret set reveal_key = ?, ciphertext = ?
                        where credential_id = ? and generation = ?
                        """)
                .params(
                        sealed.revealKey(),
                        sealed.ciphertext(),
                        sealed.key().value(),
                        sealed.generation())
                .update();
    }

    private static SealedSecret read(ResultSet row, int number) throws SQLException {
        return new SealedSecret(
                new ApiKeyId(row.getString("credential_id")),
                row.getInt("generation"),
                row.getString("reveal_key"),
                row.getBytes("ciphertext"));
    }
}
