package io.keyledger.server.bootstrap;

import io.keyledger.command.profile.InstalledProfile;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which text of each profile file was published. */
@Component
@OnCommandNode
class InstalledProfiles {

    private final JdbcClient jdbc;

    InstalledProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this very text was the last of its hub that a start has published. */
    boolean isPublished(InstalledProfile installed) {
        return jdbc.sql(
                        """
                        select exists (
                            select from installed_profile where hub_id = ? and fingerprint = ?)
                        """)
                .params(installed.profile().hub().value(), installed.fingerprint())
                .query(Boolean.class)
                .single();
    }

    void published(InstalledProfile installed) {
        jdbc.sql(
                        """
                        insert into installed_profile (hub_id, fingerprint) values (?, ?)
                        on conflict (hub_id) do update
                            set fingerprint = excluded.fingerprint, published_at = clock_timestamp()
                        """)
                .params(installed.profile().hub().value(), installed.fingerprint())
                .update();
    }
}
