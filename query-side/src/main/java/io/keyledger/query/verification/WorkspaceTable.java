package io.keyledger.query.verification;

import static io.keyledger.query.verification.LedgerPosition.CURRENT;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code workspace_standing}, in the transaction that appends the event. */
final class WorkspaceTable {

    private final JdbcClient jdbc;

    WorkspaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(WorkspaceRegistered event) {
        try {
            jdbc.sql(
                            """
                            insert into workspace_standing
                                (workspace_id, hub_id, external_id, name, plan, position)
                            values (:workspace, :hub, :externalId, :name, :plan, %s)
                            on conflict (workspace_id) do nothing
                            """
                                    .formatted(CURRENT))
                    .param("workspace", event.workspace().value())
                    .param("hub", event.hub().value())
                    .param("externalId", event.externalId())
                    .param("name", event.name())
                    .param("plan", event.plan())
                    .update();
        } catch (DuplicateKeyException e) {
            throw CommandRejected.because(
                    RejectionReason.EXTERNAL_ID_TAKEN, "externalId", event.externalId());
        }
    }

    void rename(String workspace, String name) {
        jdbc.sql(
                        "update workspace_standing set name = ?, position = %s where workspace_id = ?"
                                .formatted(CURRENT))
                .params(name, workspace)
                .update();
    }

    void changePlan(String workspace, String plan) {
        jdbc.sql(
                        "update workspace_standing set plan = ?, position = %s where workspace_id = ?"
                                .formatted(CURRENT))
                .params(plan, workspace)
                .update();
    }

    void suspend(String workspace, boolean suspended) {
        jdbc.sql(
                        "update workspace_standing set suspended = ?, position = %s where workspace_id = ?"
                                .formatted(CURRENT))
                .params(suspended, workspace)
                .update();
    }

    Optional<HubId> hubOf(WorkspaceId workspace) {
        return jdbc.sql("select hub_id from workspace_standing where workspace_id = ?")
                .param(workspace.value())
                .query(String.class)
                .optional()
                .map(HubId::new);
    }

    Optional<WorkspaceId> withExternalId(HubId hub, String externalId) {
        return jdbc.sql(
                        """
                        select workspace_id from workspace_standing
                        where hub_id = ? and external_id = ?
                        """)
                .params(hub.value(), externalId)
                .query(String.class)
                .optional()
                .map(WorkspaceId::new);
    }
}
