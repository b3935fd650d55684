package io.keyledger.query.verification;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.FilterBinding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code key_binding}, in the transaction that appends the event. */
final class KeyBindingTable {

    private final JdbcClient jdbc;

    KeyBindingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void issue(ApiKeyIssued event) {
        FilterBinding binding = event.filter();
        DocumentationId documentation = event.documentation();
        if (binding != null || documentation != null) {
            insert(
                    event.key().value(),
                    binding == null ? null : binding.campaign().value(),
                    binding == null ? null : binding.filter(),
                    documentation == null ? null : documentation.value());
        }
    }

    private void insert(
            String key,
            @Nullable String campaign,
            @Nullable String filter,
            @Nullable String documentation) {
        jdbc.sql(
                        """
                        insert into key_binding
                            (credential_id, campaign_id, filter_name, documentation_id)
                        values (:key, :campaign, :filter, :documentation)
                        on conflict (credential_id) do nothing
                        """)
                .param("key", key)
                .param("campaign", campaign)
                .param("filter", filter)
                .param("documentation", documentation)
                .update();
    }

    void revoke(String key) {
        jdbc.sql("update key_binding set revoked = true where credential_id = ?")
                .param(key)
                .update();
    }
}
