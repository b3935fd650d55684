package io.keyledger.samples.nextoria;

import io.keyledger.resourceserver.KeyledgerCredential;
import io.keyledger.resourceserver.RequiresScope;
import io.keyledger.samples.data.Tenants;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures about projects and invoices. The scope is the route table's too; here it stands as an
 * example of the annotation.
 */
@RestController
@RequestMapping("/nextoria/v1/analytics")
@RequiresScope("analytics:read")
class AnalyticsApi {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    AnalyticsApi(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    @GetMapping("/revenue")
    Map<String, List<Map<String, Object>>> revenue(KeyledgerCredential credential) {
        return figures(
                credential,
                """
                select currency, status, count(*) as invoices, sum(amount_cents) as amount_cents
                from nextoria_invoice where workspace = ? group by 1, 2 order by 1, 2
                """);
    }

    @GetMapping("/projects")
    Map<String, List<Map<String, Object>>> projects(KeyledgerCredential credential) {
        return figures(
                credential,
                """
                select status, count(*) as projects
                from nextoria_project where workspace = ? group by 1 order by 1
                """);
    }

    private Map<String, List<Map<String, Object>>> figures(
            KeyledgerCredential credential, String sql) {
        tenants.furnish("nextoria", credential.workspace());
        return Map.of("data", jdbc.sql(sql).param(credential.workspace()).query().listOfRows());
    }
}
