package io.keyledger.server.session;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.token.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code sign_in_session}. */
final class SignInSessionTable {

    private final JdbcClient jdbc;

    SignInSessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SignInSession session, Instant endsAt) {
        jdbc.sql(
                        """
                        insert into sign_in_session
                            (digest, account_id, hub_id, signed_in_at, seen_at, ends_at)
                        values (:digest, :account, :hub, :now, :now, :end)
                        """)
                .param("digest", session.digest().bytes())
                .param("account", session.account().value())
                .param("hub", session.hub().value())
                .param("now", Timestamp.from(session.signedInAt()))
                .param("end", Timestamp.from(endsAt))
                .update();
    }

    Optional<SignInSession> find(List<Digest> candidates, Instant now, Instant seenAfter) {
        return jdbc.sql(
                        """
                        select digest, account_id, hub_id, signed_in_at from sign_in_session
                        where digest = any(:digests) and ends_at > :now and seen_at > :seenAfter
                        """)
                .param("digests", candidates.stream().map(Digest::bytes).toArray(byte[][]::new))
                .param("now", Timestamp.from(now))
                .param("seenAfter", Timestamp.from(seenAfter))
                .query(SignInSessionTable::session)
                .optional();
    }

    /** Written at most once in a while: a page that is read need not cost a write. */
    void seen(Digest digest, Instant now, Instant unlessAfter) {
        jdbc.sql("update sign_in_session set seen_at = ? where digest = ? and seen_at <= ?")
                .params(Timestamp.from(now), digest.bytes(), Timestamp.from(unlessAfter))
                .update();
    }

    void delete(Digest digest) {
        jdbc.sql("delete from sign_in_session where digest = ?").param(digest.bytes()).update();
    }

    void deleteAll(AccountId account) {
        jdbc.sql("delete from sign_in_session where account_id = ?")
                .param(account.value())
                .update();
    }

    /** Leaves the newest. */
    void deleteBeyond(AccountId account, int most) {
        jdbc.sql(
                        """
                        delete from sign_in_session where digest in (
                            select digest from sign_in_session where account_id = ?
                            order by signed_in_at desc, digest offset ?)
                        """)
                .params(account.value(), most)
                .update();
    }

    int forgetEnded(Instant now, Instant seenBefore) {
        return jdbc.sql("delete from sign_in_session where ends_at <= ? or seen_at <= ?")
                .params(Timestamp.from(now), Timestamp.from(seenBefore))
                .update();
    }

    private static SignInSession session(ResultSet row, int number) throws SQLException {
        return new SignInSession(
                Digest.of(row.getBytes("digest")),
                new AccountId(row.getString("account_id")),
                new HubId(row.getString("hub_id")),
                row.getTimestamp("signed_in_at").toInstant());
    }
}
