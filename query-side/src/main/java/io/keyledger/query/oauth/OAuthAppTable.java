package io.keyledger.query.oauth;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The SQL that writes {@code oauth_app} and {@code oauth_app_secret}, in the transaction that
 * appends the event.
 */
final class OAuthAppTable {

    private final JdbcClient jdbc;

    OAuthAppTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(OAuthAppRegistered event) {
        jdbc.sql(
                        """
                        insert into oauth_app (app_id, hub_id, workspace_id, name, logo, type,
                            redirect_uris, scopes, position)
                        values (:app, :hub, :workspace, :name, :logo, :type, :redirectUris,
                            :scopes, %s)
                        on conflict (app_id) do nothing
                        """
                                .formatted(CURRENT))
                .param("app", event.app().value())
                .param("hub", event.hub().value())
                .param("workspace", event.workspace().value())
                .param("name", event.name())
                .param("logo", event.logo())
                .param("type", Columns.label(event.type()))
                .param("redirectUris", Columns.array(event.redirectUris()))
                .param("scopes", Columns.array(event.scopes()))
                .update();
        SecretRecord secret = event.secret();
        if (secret != null) {
            addSecret(event.app(), 1, secret);
        }
    }

    /** The same secret of the same app may be written twice; anybody else's secret may not. */
    private void addSecret(OAuthAppId app, int generation, SecretRecord secret) {
        int rows =
                jdbc.sql(
                                """
                                insert into oauth_app_secret (app_id, generation, digest, pepper)
                                values (:app, :generation, :digest, :pepper)
                                on conflict (digest) do update set pepper = excluded.pepper
                                where oauth_app_secret.app_id = excluded.app_id
                                    and oauth_app_secret.generation = excluded.generation
                                """)
                        .param("app", app.value())
                        .param("generation", generation)
                        .param("digest", secret.digest().bytes())
                        .param("pepper", secret.pepper())
                        .update();
        if (rows == 0) {
            throw CommandRejected.because(RejectionReason.SECRET_REUSED);
        }
    }

    /** The old secret lives to the end of its grace, and one before it no longer. */
    void rotate(OAuthAppSecretRotated event) {
        jdbc.sql(
                        """
                        update oauth_app_secret set valid_until = least(valid_until, :end)
                        where app_id = :app and generation < :generation
                        """)
                .param("end", Timestamp.from(event.previousValidUntil()))
                .param("app", event.app().value())
                .param("generation", event.generation())
                .update();
        addSecret(event.app(), event.generation(), event.secret());
    }

    void rename(OAuthAppId app, String name) {
        set("name = :value", app).param("value", name).update();
    }

    void setLogo(OAuthAppId app, @Nullable String logo) {
        set("logo = :value", app).param("value", logo).update();
    }

    void changeRedirectUris(OAuthAppId app, List<String> redirectUris) {
        set("redirect_uris = :value", app).param("value", Columns.array(redirectUris)).update();
    }

    void changeScopes(OAuthAppId app, List<String> scopes) {
        set("scopes = :value", app).param("value", Columns.array(scopes)).update();
    }

    void delete(OAuthAppId app) {
        set("deleted = true", app).update();
    }

    private StatementSpec set(String assignment, OAuthAppId app) {
        return jdbc.sql(
                        "update oauth_app set %s, position = %s where app_id = :app"
                                .formatted(assignment, CURRENT))
                .param("app", app.value());
    }
}
