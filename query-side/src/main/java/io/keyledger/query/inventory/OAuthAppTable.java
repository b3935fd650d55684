package io.keyledger.query.inventory;

import static io.keyledger.query.inventory.Columns.array;
import static io.keyledger.query.inventory.Columns.word;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.query.paging.Cursor;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code inventory_oauth_app}. */
final class OAuthAppTable {

    private final JdbcClient jdbc;
    private final Versioned rows;

    OAuthAppTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new Versioned(jdbc, "inventory_oauth_app", "app_id");
    }

    void insert(OAuthAppRegistered event, String actor, Entry entry) {
        SecretRecord secret = event.secret();
        jdbc.sql(
                        """
                        insert into inventory_oauth_app (app_id, workspace_id, hub_id, name,
                            redirect_uris, logo, scopes, type, hint, generation, registered_at,
                            registered_by, registered_position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (app_id) do nothing
                        """)
                .params(
                        Arrays.asList(
                                event.app().value(),
                                event.workspace().value(),
                                event.hub().value(),
                                event.name(),
                                array(event.redirectUris()),
                                event.logo(),
                                array(event.scopes()),
                                word(event.type()),
                                secret == null ? null : secret.hint(),
                                secret == null ? null : 1,
                                Timestamp.from(entry.at()),
                                actor,
                                entry.position(),
                                entry.version()))
                .update();
    }

    void rename(String app, String name, Entry entry) {
        rows.advance(app, entry, "name = ?", name);
    }

    void setLogo(String app, @Nullable String logo, Entry entry) {
        rows.advance(app, entry, "logo = ?", logo);
    }

    void changeRedirectUris(String app, List<String> redirectUris, Entry entry) {
        rows.advance(app, entry, "redirect_uris = ?", (Object) array(redirectUris));
    }

    void changeScopes(String app, List<String> scopes, Entry entry) {
        rows.advance(app, entry, "scopes = ?", (Object) array(scopes));
    }

    void rotate(OAuthAppSecretRotated event, Entry entry) {
        rows.advance(
                event.app().value(),
                entry,
                "previous_hint = hint, previous_valid_until = ?, generation = ?, hint = ?",
                Timestamp.from(event.previousValidUntil()),
                event.generation(),
                event.secret().hint());
    }

    void delete(String app, Entry entry) {
        rows.advance(app, entry, "deleted_at = ?", Timestamp.from(entry.at()));
    }

    Optional<OAuthAppView> find(String app) {
        return jdbc.sql("select * from inventory_oauth_app where app_id = ?")
                .param(app)
                .query(OAuthAppRow::view)
                .optional();
    }

    List<OAuthAppView> ofWorkspace(String workspace, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from inventory_oauth_app
                        where workspace_id = ? and registered_position > ?
                        order by registered_position limit ?
                        """)
                .params(workspace, after.position(), limit)
                .query(OAuthAppRow::view)
                .list();
    }
}
