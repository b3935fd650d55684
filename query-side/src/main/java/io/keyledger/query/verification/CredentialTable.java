package io.keyledger.query.verification;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.verdict.CredentialKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL that writes {@code credential}. Runs in the transaction that appends the event. */
final class CredentialTable {

    /** The same secret of the same key may be written twice; anybody else's secret may not. */
    private static final String UNLESS_TAKEN =
            """
            on conflict (digest) do update set position = credential.position
            where credential.credential_id = excluded.credential_id
              and credential.generation = excluded.generation
            """;

    private final JdbcClient jdbc;

    CredentialTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the first secret of a key.
     *
     * @param filter what it may touch; null for all of its workspace
     */
    void issue(ApiKeyIssued event, @Nullable AccessFilter filter) {
        FilterBinding binding = event.filter();
        int rows =
                jdbc.sql(
                                """
                                insert into credential (digest, pepper, credential_id, generation,
                                    kind, workspace_id, scopes, allowed_cidrs, expires_at,
                                    campaign_id, filter_name, access_filter, position)
                                values (:digest, :pepper, :key, 1, :kind, :workspace, :scopes,
                                    :cidrs, :expiresAt, :campaign, :filter, :accessFilter::jsonb,
                                    %s)
                                """
                                                .formatted(CURRENT)
                                        + UNLESS_TAKEN)
                        .param("digest", event.secret().digest().bytes())
                        .param("pepper", event.secret().pepper())
                        .param("key", event.key().value())
                        .param("kind", CredentialKind.API_KEY.label())
                        .param("workspace", event.workspace().value())
                        .param("scopes", array(event.scopes()))
                        .param("cidrs", array(event.allowedCidrs()))
                        .param("expiresAt", timestamp(event.expiresAt()))
                        .param("campaign", binding == null ? null : binding.campaign().value())
                        .param("filter", binding == null ? null : binding.filter())
                        .param("accessFilter", FilterColumn.json(filter))
                        .update();
        requireOwn(rows);
    }

    /**
     * The new secret has what the key has now, and is live whatever has become of the old one,
     * which lives to the end of its grace at most.
     */
    void rotate(ApiKeyRotated event) {
        if (endPrevious(event) == 0) {
            throw new IllegalStateException("no secret to rotate from: " + event.key());
        }
        endOlder(event);
        requireOwn(insertSuccessor(event));
    }

    /** What was rotated away before has ended, and is nothing that anybody still has to retire. */
    private void endOlder(ApiKeyRotated event) {
        set("revoked = true", "credential_id = :key and generation < :previous and not revoked")
                .param("key", event.key().value())
                .param("previous", event.previousGeneration())
                .update();
    }

    private int endPrevious(ApiKeyRotated event) {
        return set(
                        "grace_ends_at = least(grace_ends_at, :end)",
                        "credential_id = :key and generation = :generation")
                .param("end", Timestamp.from(event.previousValidUntil()))
                .param("key", event.key().value())
                .param("generation", event.previousGeneration())
                .update();
    }

    private int insertSuccessor(ApiKeyRotated event) {
        SecretRecord secret = event.secret();
        return jdbc.sql(
                        """
                        insert into credential (digest, pepper, credential_id, generation, kind,
                            workspace_id, scopes, allowed_cidrs, expires_at, campaign_id,
                            filter_name, access_filter, position)
                        select :digest, :pepper, credential_id, :generation, kind,
                            workspace_id, scopes, allowed_cidrs, expires_at, campaign_id,
                            filter_name, access_filter, %s
                        from credential where credential_id = :key and generation = :previous
                        """
                                        .formatted(CURRENT)
                                + UNLESS_TAKEN)
                .param("digest", secret.digest().bytes())
                .param("pepper", secret.pepper())
                .param("key", event.key().value())
                .param("generation", event.generation())
                .param("previous", event.previousGeneration())
                .update();
    }

    void changeScopes(String key, List<String> scopes) {
        ofKey("scopes = :scopes", key).param("scopes", array(scopes)).update();
    }

    void setExpiry(String key, @Nullable Instant expiresAt) {
        ofKey("expires_at = :expiresAt", key).param("expiresAt", timestamp(expiresAt)).update();
    }

    void restrictAddresses(String key, List<String> cidrs) {
        ofKey("allowed_cidrs = :cidrs", key).param("cidrs", array(cidrs)).update();
    }

    /** Gives every secret that is bound to a filter the filter's new conditions. */
    void refilter(String campaign, String filter, List<Condition> conditions) {
        set(
                        "access_filter = jsonb_set(access_filter, '{conditions}', :conditions::jsonb)",
                        "campaign_id = :campaign and filter_name = :filter")
                .param("conditions", FilterColumn.json(conditions))
                .param("campaign", campaign)
                .param("filter", filter)
                .update();
    }

    void revoke(String key) {
        ofKey("revoked = true", key).update();
    }

    void revoke(String key, int generation) {
        set("revoked = true", "credential_id = :key and generation = :generation")
                .param("key", key)
                .param("generation", generation)
                .update();
    }

    private StatementSpec ofKey(String assignment, String key) {
        return set(assignment, "credential_id = :key").param("key", key);
    }

    private StatementSpec set(String assignment, String condition) {
        return jdbc.sql(
                "update credential set %s, position = %s where %s"
                        .formatted(assignment, CURRENT, condition));
    }

    private static void requireOwn(int rows) {
        if (rows == 0) {
            throw CommandRejected.because(RejectionReason.SECRET_REUSED);
        }
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
