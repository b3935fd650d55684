package io.keyledger.samples.data;

import io.keyledger.samples.rows.Collection;
import io.keyledger.samples.rows.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each workspace rows to play with, when it first comes. */
@Component
public class Tenants {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Rows rows;
    private final Map<String, Furnishing> furnishings = new ConcurrentHashMap<>();
    private final Set<String> furnished = ConcurrentHashMap.newKeySet();

    Tenants(JdbcClient jdbc, TransactionTemplate transaction, Rows rows, List<Furnishing> all) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        all.forEach(it -> furnishings.put(it.hub(), it));
    }

    /** Sees to it that a workspace has its rows. Who comes at the same time waits for them. */
    public void furnish(String hub, String workspace) {
        String tenant = hub + " " + workspace;
        if (!furnished.contains(tenant)) {
            transaction.executeWithoutResult(_ -> furnishOnce(hub, workspace));
            furnished.add(tenant);
        }
    }

    private void furnishOnce(String hub, String workspace) {
        int rowsMade =
                jdbc.sql("insert into tenant (hub, workspace) values (?, ?) on conflict do nothing")
                        .params(hub, workspace)
                        .update();
        Furnishing furnishing = furnishings.get(hub);
        if (rowsMade == 1 && furnishing != null) {
            furnishing.furnish(new Invention(workspace), new Making(rows, jdbc, workspace));
        }
    }

    /** What the workspaces of one hub start with. */
    public interface Furnishing {

        String hub();

        void furnish(Invention invention, Making making);
    }

    /** Makes rows of one workspace. */
    public record Making(Rows rows, JdbcClient jdbc, String workspace) {

        public void row(Collection collection, String id, Instant at, Map<String, Object> values) {
            rows.insert(collection, workspace, id, at, values);
        }
    }
}
