package io.keyledger.query.oauth;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets what has expired and decides on nothing any more. The ledger keeps what happened; these
 * tables would only grow.
 */
public final class ExpiredTokens {

    private final JdbcClient jdbc;
    private final ProofTable proofs;

    ExpiredTokens(JdbcClient jdbc, ProofTable proofs) {
        this.jdbc = jdbc;
        this.proofs = proofs;
    }

    /**
     * Forgets access tokens that expired before an instant.
     *
     * @return how many, at most {@code limit}
     */
    public int forgetTokens(Instant before, int limit) {
        return jdbc.sql(
                        """
                        delete from credential where digest = any(array(
                            select digest from credential
                            where kind = 'access_token' and expires_at < :before
                            order by expires_at limit :limit))
                        """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .update();
    }

    /**
     * Forgets codes and refresh tokens that expired before an instant and whose grant has ended,
     * too. While a grant lives they stay: that a used one comes back has to be noticed.
     *
     * @return how many, at most {@code limit}
     */
    public int forgetSecrets(Instant before, int limit) {
        return jdbc.sql(
                        """
                        delete from grant_secret where digest = any(array(
                            select s.digest from grant_secret s left join oauth_grant g using (grant_id)
                            where s.expires_at < :before
                                and (g.grant_id is null or g.ended or g.ends_at < :before)
                            order by s.expires_at limit :limit))
                        """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .update();
    }

    /**
     * Forgets grants that were over before an instant and have no token or secret any more.
     *
     * @return how many, at most {@code limit}
     */
    public int forgetGrants(Instant before, int limit) {
        return jdbc.sql(
                        """
                        delete from oauth_grant where grant_id = any(array(
                            select g.grant_id from oauth_grant g
                            where g.ends_at < :before
                                and not exists (select from credential c
                                    where c.credential_id = g.grant_id)
                                and not exists (select from grant_secret s
                                    where s.grant_id = g.grant_id)
                            order by g.ends_at limit :limit))
                        """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .update();
    }

    /** Forgets used proofs that were too old before an instant. */
    public int forgetProofs(Instant before) {
        return proofs.forget(before);
    }
}
